package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.jackson.mapper.SelfContaining;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.mapping.Optionals;
import dev.codemode.reflect.internal.use.Constraints;
import dev.codemode.reflect.internal.use.TypeUse;
import org.jspecify.annotations.Nullable;

/**
 * A Java type as Jackson resolved it, and the annotations of its use. Immutable and thread-safe.
 *
 * @param type the resolved type
 * @param use the annotations, which the mapper drops
 */
record JacksonType(JavaType type, TypeUse use) implements MappedType {
    /** Takes the type itself if it is mentioned inside its own definition. */
    public JacksonType {
        type = SelfContaining.resolved(type);
    }

    /** Returns the type as Jackson's: this mapping receives only types that it created. */
    static JacksonType of(MappedType type) {
        return (JacksonType) type;
    }

    @Override
    public Class<?> raw() {
        return type.getRawClass();
    }

    @Override
    public boolean isBean() {
        return !nullable()
                && !type.isContainerType()
                && !type.isReferenceType()
                && !type.isEnumType()
                && !type.isPrimitive()
                && !raw().getName().startsWith("java.");
    }

    @Override
    public String words() {
        return TypeNames.words(type);
    }

    /** Returns the schema of this use of the type, given that of the type: narrowed by constraints, null included. */
    Schema used(Schema values) {
        Schema narrowed = Constraints.of(use).narrow(values);
        return nullable() || Optionals.ofPrimitive(raw()) ? Schema.nullable(narrowed) : narrowed;
    }

    /** Returns the property whose annotations count for elements of this type, which those of primitives never do. */
    @Nullable BeanProperty heldBy(@Nullable BeanProperty property) {
        return raw().isPrimitive() ? null : property;
    }

    /** Returns the type of the elements of a container, or of the values of a map; null if this is neither. */
    @Nullable JacksonType content() {
        JavaType content = SelfContaining.content(type);
        return content == null ? null : new JacksonType(content, use.content());
    }
}
