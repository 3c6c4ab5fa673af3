package dev.codemode.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.internal.threads.HostThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A client that writes lines to a server and reads what comes back, without knowing the protocol. */
public final class StdioPeer implements AutoCloseable {
    public static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    public static final String INITIALIZED = "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}";
    private static final String END = "end of stream";

    private final OutputStream toServer;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    public final Thread serving;

    public StdioPeer(CodeModeMcpServer server) {
        try {
            PipedInputStream in = new PipedInputStream(1 << 16);
            toServer = new PipedOutputStream(in);
            serving = HostThreads.daemons("serving-").newThread(() -> {
                server.run(in, new LineSink());
                lines.add(END);
            });
            serving.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the session and throws the server's answer away. */
    public StdioPeer initialized() {
        send(INITIALIZE);
        next();
        send(INITIALIZED);
        return this;
    }

    public void send(String line) {
        sendRaw((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public void sendRaw(byte[] bytes) {
        try {
            toServer.write(bytes);
            toServer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String call(int id, String tool, String arguments) {
        send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}");
        return next();
    }

    public String next() {
        try {
            String line = lines.poll(20, TimeUnit.SECONDS);
            assertThat(line).as("an answer within 20 s").isNotNull();
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public void endInput() {
        try {
            toServer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that the server has ended and said nothing more. */
    public void expectEnd() throws InterruptedException {
        serving.join(20_000);
        assertThat(serving.isAlive()).isFalse();
        assertThat(next()).isEqualTo(END);
    }

    @Override
    public void close() {
        endInput();
    }

    /** Not a pipe: a pipe breaks when the thread that wrote last has ended. */
    private final class LineSink extends OutputStream {
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            if (b == '\n') {
                lines.add(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else {
                line.write(b);
            }
        }
    }
}
