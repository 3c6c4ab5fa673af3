package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An operation as it was read from a method; its schemas have provisional names. Immutable and thread-safe.
 *
 * @param name its name
 * @param method the method behind it
 * @param arguments what the method's parameters are filled with, in order
 * @param result how its return value becomes a result
 * @param input the schema of its arguments
 * @param docs its documentation
 * @param returns the documentation of its result
 */
public record ReadOperation(
        OperationName name,
        OperationMethod method,
        List<Argument> arguments,
        ResultShape result,
        Schema input,
        Docs docs,
        String returns) {
    Schema output() {
        return result.schema();
    }

    /**
     * Awaits, unwraps and collects what the method returned, and writes it as the result.
     *
     * @param maxElements how many elements of a stream or iterator the result may hold
     * @throws Exception if the returned value fails, or the mapper cannot write it
     */
    public @Nullable Object write(@Nullable Object returned, JsonMapping mapping, int maxElements) throws Exception {
        Object value = new ResultSteps(name, maxElements).apply(result.steps(), returned);
        MappedType written = result.written();
        return written == null ? null : mapping.write(value, written);
    }
}
