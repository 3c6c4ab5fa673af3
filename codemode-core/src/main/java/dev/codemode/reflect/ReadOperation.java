package dev.codemode.reflect;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import java.util.List;

/**
 * An operation as it was read from a method, its schemas with provisional names. Immutable and thread-safe.
 *
 * @param name its name
 * @param method the method behind it
 * @param arguments what the method's parameters are filled with, in order
 * @param result how its return value becomes a result
 * @param input the schema of its arguments
 * @param docs what is written about it
 * @param returns what is written about its result
 */
record ReadOperation(
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
}
