package dev.codemode.testkit.hostile;

import dev.codemode.catalog.Caller;
import dev.codemode.internal.json.Json;
import dev.codemode.sandbox.HostBridge;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationHandler;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Answers the calls of one hostile script from {@link HostileOperations}, without the facade in between: it checks no
 * arguments, so that only the sandbox is tested. Thread-safe.
 *
 * @since 0.1
 */
public final class HostileBridge implements HostBridge, AutoCloseable {
    private final CallLog log;
    private final ExecutorService executor;
    private final HostileOperations operations;
    private final Map<String, OperationHandler> handlers;
    private final List<Future<?>> running = new ArrayList<>();

    private HostileBridge(CallLog log, ExecutorService executor) {
        this.log = log;
        this.executor = executor;
        // What counts is when the sandbox made a call, not when the executor had a thread for it.
        this.operations = HostileOperations.loggedTo(call -> new CallLog());
        this.handlers = operations.granted();
    }

    /** Returns the bridge of one execution. The executor runs the calls, and is not closed. */
    public static HostileBridge of(CallLog log, ExecutorService executor) {
        return new HostileBridge(log, executor);
    }

    /** Returns the names that scripts may call; the same instance each time. */
    public static List<String> operations() {
        return Names.GRANTED;
    }

    /** Holds the names, made once. */
    private static final class Names {
        private static final List<String> GRANTED = List.copyOf(
                HostileOperations.loggedTo(call -> new CallLog()).granted().keySet());
    }

    @Override
    public CompletionStage<HostReply> call(HostCall call) {
        OperationHandler handler = handlers.get(call.operation());
        if (handler == null) {
            return CompletableFuture.completedFuture(
                    new HostReply.Rejected("unknown_operation", "", "There is no such operation.", false));
        }
        log.start(call.operation());
        CompletableFuture<HostReply> reply = new CompletableFuture<>();
        synchronized (running) {
            running.add(executor.submit(() -> reply.complete(answer(call, handler))));
        }
        return reply;
    }

    private HostReply answer(HostCall call, OperationHandler handler) {
        try {
            OperationCall accepted = new OperationCall(
                            operations.operation(call.operation()),
                            Map.of(),
                            Caller.anonymous(),
                            "hostile",
                            call.id(),
                            Instant.MAX)
                    .withArguments(arguments(call));
            return new HostReply.Fulfilled(Json.write(handler.invoke(accepted)));
        } catch (Exception e) {
            // Scripts get no details of it, just as with the facade.
            return new HostReply.Rejected("failed", call.operation(), "The operation failed.", false);
        }
    }

    private static Map<String, @Nullable Object> arguments(HostCall call) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        if (Json.read(call.argumentsJson()) instanceof List<?> positional
                && !positional.isEmpty()
                && positional.get(0) instanceof Map<?, ?> object) {
            object.forEach((name, value) -> arguments.put(String.valueOf(name), value));
        }
        return arguments;
    }

    /** Ends the execution's calls: those that start from now on are late, and running ones are interrupted. */
    @Override
    public void close() {
        log.end();
        synchronized (running) {
            running.forEach(call -> call.cancel(true));
        }
    }
}
