package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.JavaType;

/**
 * A Java type as the mapper resolved it, and the annotations of its use. Immutable and thread-safe.
 *
 * @param type the resolved type
 * @param use the annotations, which the mapper drops
 */
public record MappedType(JavaType type, TypeUse use) {
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
                ? new MappedType(arguments[0], use.content())
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

    MappedType content() {
        return new MappedType(type.getContentType(), use.content());
    }
}
