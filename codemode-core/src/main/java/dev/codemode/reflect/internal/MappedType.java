package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as the mapper resolved it, and the annotations of its use. Immutable and thread-safe.
 *
 * @param type the resolved type
 * @param use the annotations, which the mapper drops
 */
public record MappedType(JavaType type, TypeUse use) {
    /** Takes the type that stands behind a mention of itself. */
    public MappedType {
        type = SelfContaining.resolved(type);
    }

    /** Returns the class without its type arguments. */
    public Class<?> raw() {
        return type.getRawClass();
    }

    /** Returns whether a null is part of the type. */
    public boolean nullable() {
        return use.nullable() && !raw().isPrimitive();
    }

    /** Returns the only type argument that this type gives to a generic supertype, such as {@code Future}. */
    public MappedType argument(Class<?> generic, JsonMapping mapping) {
        JavaType[] arguments = type.findTypeParameters(generic);
        return arguments.length == 1
                ? new MappedType(arguments[0], use.content().and(use.mapping()))
                : new MappedType(mapping.javaType(Object.class), TypeUse.PLAIN);
    }

    /** Returns whether a value of the type can stand for all arguments: it has properties of its own, and is never null. */
    public boolean isBean() {
        return !nullable()
                && !type.isContainerType()
                && !type.isReferenceType()
                && !type.isEnumType()
                && !type.isPrimitive()
                && !raw().getName().startsWith("java.");
    }

    /** Returns the type's name as a programmer writes it, without packages. */
    public String words() {
        return TypeNames.words(type);
    }

    /** Returns the property whose annotations count for elements of this type, which those of primitives never do. */
    @Nullable BeanProperty heldBy(@Nullable BeanProperty property) {
        return raw().isPrimitive() ? null : property;
    }

    /** Returns the type of the elements of a container, or of the values of a map; null if this is neither. */
    @Nullable MappedType content() {
        JavaType content = content(type);
        return content == null ? null : new MappedType(content, use.content());
    }

    static @Nullable JavaType content(JavaType type) {
        JavaType content = type.getContentType();
        if (content == null && (type.isTypeOrSubTypeOf(Iterable.class) || type.isTypeOrSubTypeOf(Iterator.class))) {
            JavaType[] elements =
                    type.findTypeParameters(type.isTypeOrSubTypeOf(Iterable.class) ? Iterable.class : Iterator.class);
            content = elements.length == 1 ? elements[0] : null;
        }
        return content;
    }
}
