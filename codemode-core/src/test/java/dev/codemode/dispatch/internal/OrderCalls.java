package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.RunClock;
import dev.codemode.source.OperationHandler;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** Calls of a service of orders, for tests of what becomes of calls. */
abstract class OrderCalls {
    static final OperationName FIND = OperationName.of("orders", "find");
    static final OperationName CANCEL = OperationName.of("orders", "cancel");
    final ExecutorService executor = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    HostReply.Rejected rejection(OperationHandler handler, String arguments) {
        return (HostReply.Rejected) reply(calls(handler), 1, "orders.find", arguments);
    }

    static HostReply reply(ExecutionCalls calls, int id, String operation, String arguments) {
        return calls.call(new HostCall(id, operation, arguments))
                .toCompletableFuture()
                .join();
    }

    ExecutionCalls calls(OperationHandler handler) {
        return dispatcher(handler, List.of()).begin(scope(catalog(), Limits.defaults()));
    }

    Dispatcher dispatcher(OperationHandler handler, List<OperationInterceptor> interceptors) {
        return new Dispatcher(catalog(), Map.of(FIND, handler, CANCEL, handler), interceptors, executor);
    }

    static ExecutionScope scope(Catalog visible, Limits limits) {
        return new ExecutionScope(
                "e1",
                Caller.anonymous(),
                visible,
                limits,
                RunClock.start(Duration.ofSeconds(30)),
                Map.of(),
                event -> {});
    }

    static Catalog catalog() {
        Schema input = Schema.object(List.of(Property.optional("limit", Schema.integer())));
        return Catalog.of(List.of(Service.of(
                "orders",
                Docs.none(),
                List.of(
                        Operation.builder(FIND, Effect.READ).input(input).build(),
                        Operation.builder(CANCEL, Effect.DESTRUCTIVE)
                                .input(input)
                                .build()),
                List.of())));
    }
}
