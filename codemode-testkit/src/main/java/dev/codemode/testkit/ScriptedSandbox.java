package dev.codemode.testkit;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A sandbox without an engine, for tests of hosts: Java code stands in for the script, and may make its calls. Thread-safe
 * if its script is.
 *
 * @since 0.1
 */
public final class ScriptedSandbox implements Sandbox {
    private final Script script;
    private final List<SandboxRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean closed;

    private ScriptedSandbox(Script script) {
        this.script = script;
    }

    /** Returns a sandbox that runs this instead of every script. */
    public static ScriptedSandbox answering(Script script) {
        return new ScriptedSandbox(script);
    }

    /** Returns a sandbox whose every script returns this; null stands for {@code undefined}. */
    public static ScriptedSandbox returning(@Nullable String resultJson) {
        return answering(request -> new Execution.Completed(resultJson, ConsoleOutput.empty()));
    }

    /** Returns the requests so far, in order. */
    public List<SandboxRequest> requests() {
        return List.copyOf(requests);
    }

    /** Returns whether this has been closed. */
    public boolean isClosed() {
        return closed;
    }

    @Override
    public Execution execute(SandboxRequest request) throws InterruptedException {
        if (closed) {
            return new Execution.Unavailable(Execution.Unavailable.Reason.CLOSED, ConsoleOutput.empty());
        }
        requests.add(request);
        return script.run(request);
    }

    @Override
    public void close() {
        closed = true;
    }

    /**
     * Code that stands in for a script.
     *
     * @since 0.1
     */
    @FunctionalInterface
    public interface Script {
        /**
         * Runs, and returns the outcome. May make calls through {@link Calls} or the request's host.
         *
         * @throws InterruptedException if the thread was interrupted
         */
        Execution run(SandboxRequest request) throws InterruptedException;
    }

    /**
     * Makes the calls of one execution, one after another. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Calls {
        private final SandboxRequest request;
        private int made;

        private Calls(SandboxRequest request) {
            this.request = request;
        }

        /** Starts numbering the calls of an execution, from 1. */
        public static Calls of(SandboxRequest request) {
            return new Calls(request);
        }

        /**
         * Makes the next call and waits for its reply.
         *
         * @param operation the dotted name
         * @param argumentsJson the positional arguments as a JSON array
         * @throws InterruptedException if the thread was interrupted
         * @throws AssertionError if the host broke its contract: its stage completed exceptionally
         */
        public HostReply call(String operation, String argumentsJson) throws InterruptedException {
            try {
                return request.host()
                        .call(new HostCall(++made, operation, argumentsJson))
                        .toCompletableFuture()
                        .get();
            } catch (ExecutionException e) {
                throw new AssertionError("The host failed instead of rejecting the call of " + operation + ".", e);
            }
        }
    }
}
