package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.OperationName;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.source.OperationHandler;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes scripts' calls to handlers: authorise, validate, intercept, handle, bound the result. Immutable and
 * thread-safe.
 *
 * @param catalog all operations
 * @param handlers the handler of each
 * @param interceptors the outermost first
 * @param executor runs the calls
 */
public record Dispatcher(
        Catalog catalog,
        Map<OperationName, OperationHandler> handlers,
        List<OperationInterceptor> interceptors,
        Executor executor) {
    /** Copies the collections. */
    public Dispatcher {
        handlers = Map.copyOf(handlers);
        interceptors = List.copyOf(interceptors);
    }

    /** Starts taking the calls of one execution. */
    public ExecutionCalls begin(ExecutionScope scope) {
        return new ExecutionCalls(this, scope);
    }

    /** Returns the operation's handler. */
    OperationHandler handler(OperationName name) {
        return Objects.requireNonNull(handlers.get(name), "every operation has a handler");
    }

    /** Returns the handler wrapped in the interceptors. */
    OperationHandler intercepted(OperationHandler handler) {
        OperationHandler chain = handler;
        for (int i = interceptors.size() - 1; i >= 0; i--) {
            OperationInterceptor interceptor = interceptors.get(i);
            OperationHandler next = chain;
            chain = call -> interceptor.intercept(call, next);
        }
        return chain;
    }

    /** Answers calls that the library itself handles, such as {@code codemode.search}. */
    @FunctionalInterface
    public interface BuiltIn {
        /** Returns the plain JSON value for these positional arguments. */
        @Nullable Object call(List<?> arguments) throws InterruptedException;
    }
}
