package dev.codemode.mcp.internal.upstream;

import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A server's process. The SDK's client waits for an answer until its timeout, even if the process never started or is
 * gone; this transport reports that. Thread-safe.
 */
final class UpstreamProcess extends StdioClientTransport {
    private static final int LINES = 5;

    private final Deque<String> errors = new ArrayDeque<>();
    private final Consumer<String> ended;

    /** Creates the transport; {@code ended} gets a sentence when the process ends or did not start. */
    UpstreamProcess(List<String> command, Consumer<String> ended) {
        super(
                ServerParameters.builder(command.get(0))
                        .args(command.subList(1, command.size()))
                        .build(),
                new UpstreamJson());
        this.ended = ended;
        setStdErrorHandler(this::keep);
    }

    private void keep(String line) {
        synchronized (errors) {
            errors.add(line);
            if (errors.size() > LINES) {
                errors.remove();
            }
        }
    }

    /**
     * Returns the last lines of standard error that were read; those of a process that ends immediately may be missing.
     */
    String errors() {
        synchronized (errors) {
            return String.join("\n", errors);
        }
    }

    @Override
    public Mono<Void> connect(Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
        return super.connect(handler)
                .doOnError(failure -> ended.accept("the program could not be started."))
                .doOnSuccess(connected -> watch());
    }

    private void watch() {
        Thread thread = new Thread(
                () -> {
                    awaitForExit();
                    ended.accept("the program ended.");
                },
                "codemode-mcp-upstream");
        thread.setDaemon(true);
        thread.start();
    }
}
