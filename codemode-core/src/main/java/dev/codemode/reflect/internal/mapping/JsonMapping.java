package dev.codemode.reflect.internal.mapping;

import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.use.TypeUse;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The seam to a JSON library: Java types, their schemas, and values in both directions. Each library has one
 * implementation, which sees only types that it created itself. Implementations are thread-safe.
 */
public interface JsonMapping {
    /** Returns empty schemas for one service. */
    TypeSchemas schemas(JavadocResources javadoc, Issues issues);

    /** Resolves a type that a member of a bean's class, or of a supertype of it, declares. */
    MappedType type(Type type, TypeUse use, Class<?> bean, Class<?> declaring);

    /** Returns the type of lists of the elements. */
    MappedType listOf(MappedType elements);

    /**
     * Returns the only type argument that the type gives to a generic supertype, such as {@code Future};
     * {@code Object} where it gives none.
     */
    MappedType argument(MappedType type, Class<?> generic);

    /** Returns the type of an optional's content, which may be null; nothing if the type is not an optional. */
    Optional<MappedType> optionalContent(MappedType type);

    /**
     * Returns the Java value of a plain JSON value.
     *
     * @throws BindingException if the mapper refuses it
     */
    @Nullable Object read(@Nullable Object plain, MappedType type) throws BindingException;

    /**
     * Returns the plain JSON value of a Java value, written as the type says.
     *
     * @throws IOException if the mapper cannot write it
     */
    @Nullable Object write(@Nullable Object value, MappedType type) throws IOException;
}
