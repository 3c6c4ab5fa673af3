package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.source.OperationHandler;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes scripts' calls to handlers: authorise, validate, intercept, handle, bound the result. What calls share is made once,
 * when the catalog is loaded. Immutable and thread-safe.
 */
public final class Dispatcher {
    private final Catalog catalog;
    private final Map<OperationName, CallTarget> targets;
    private final OperationInterceptor interceptor;
    private final Executor executor;

    /**
     * Creates a dispatcher.
     *
     * @param catalog every operation there is
     * @param handlers the handler of each
     * @param interceptors the outermost first
     * @param executor runs the calls
     */
    public Dispatcher(
            Catalog catalog,
            Map<OperationName, OperationHandler> handlers,
            List<OperationInterceptor> interceptors,
            Executor executor) {
        this.catalog = catalog;
        this.targets = targets(catalog, handlers);
        this.interceptor = chained(interceptors);
        this.executor = executor;
    }

    private static Map<OperationName, CallTarget> targets(
            Catalog catalog, Map<OperationName, OperationHandler> handlers) {
        Map<OperationName, CallTarget> targets = new HashMap<>();
        for (Operation operation : catalog.operations()) {
            OperationHandler handler = handlers.get(operation.name());
            if (handler != null) {
                targets.put(operation.name(), new CallTarget(operation, catalog.serviceOf(operation), handler));
            }
        }
        return Map.copyOf(targets);
    }

    /** Returns one interceptor that does what all of them do, each around the next. */
    private static OperationInterceptor chained(List<OperationInterceptor> interceptors) {
        return interceptors.stream()
                .reduce((outer, inner) ->
                        (call, next) -> outer.intercept(call, passed -> inner.intercept(passed, next)))
                .orElse((call, next) -> next.invoke(call));
    }

    /** Returns every operation there is. */
    public Catalog catalog() {
        return catalog;
    }

    /** Starts taking the calls of one execution, all of which may start. */
    public ExecutionCalls begin(ExecutionScope scope) {
        return begin(scope, () -> CompletableFuture.completedFuture(null));
    }

    /**
     * Starts taking the calls of one execution.
     *
     * @param permission asked once, before the first call that may change something; completes when such calls may start,
     *     or never
     */
    public ExecutionCalls begin(ExecutionScope scope, Supplier<CompletionStage<?>> permission) {
        return new ExecutionCalls(this, scope, permission);
    }

    CallTarget target(OperationName name) {
        return Objects.requireNonNull(targets.get(name), "every operation has a handler");
    }

    OperationInterceptor interceptor() {
        return interceptor;
    }

    Executor executor() {
        return executor;
    }

    /** Answers calls that the library itself handles, such as {@code codemode.search}. */
    @FunctionalInterface
    public interface BuiltIn {
        /** Returns the plain JSON value for these positional arguments. */
        @Nullable Object call(List<?> arguments) throws InterruptedException;
    }
}
