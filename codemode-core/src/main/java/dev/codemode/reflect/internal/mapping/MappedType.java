package dev.codemode.reflect.internal.mapping;

import dev.codemode.reflect.internal.use.TypeUse;

/**
 * A Java type as a mapping resolved it, and the annotations of its use. Implementations are immutable and thread-safe.
 */
public interface MappedType {
    /** Returns the annotations of the use, which the mapper drops. */
    TypeUse use();

    /** Returns the class without its type arguments. */
    Class<?> raw();

    /**
     * Returns whether a value of the type can stand for all arguments: it has its own properties, and is never null.
     */
    boolean isBean();

    /** Returns the type's name as a programmer writes it, without packages. */
    String words();

    /** Returns whether a null is part of the type. */
    default boolean nullable() {
        return use().nullable() && !raw().isPrimitive();
    }
}
