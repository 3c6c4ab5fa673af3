package dev.codemode.http.internal.client;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection to a server. It is a channel and not a plain socket, because an interrupt ends what a thread does
 * with a channel, and closes it. Confined to one thread at a time.
 */
final class PlainConnection implements Closeable {
    static final int USUAL_PORT = 80;

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int BUFFER_BYTES = 16 << 10;
    private static final int MAX_WRITTEN_AT_ONCE = 64 << 10;

    /** What a socket takes without waiting for the server to read. */
    private static final int SURELY_TAKEN = 8 << 10;

    private final SocketChannel channel;
    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;
    private boolean answered;

    private PlainConnection(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.in = channel.socket().getInputStream();
    }

    /**
     * Connects to the first of the addresses that accepts. Blocks.
     *
     * @throws HttpConnectTimeoutException if none does in time
     * @throws ConnectException if none can be reached
     */
    static PlainConnection open(InetAddress[] addresses, int port, Deadline deadline) throws IOException {
        Deadline connected = deadline.atMost(CONNECT_TIMEOUT);
        IOException failure = new ConnectException("The server has no address.");
        for (InetAddress address : addresses) {
            try {
                return open(new InetSocketAddress(address, port < 0 ? USUAL_PORT : port), connected);
            } catch (ClosedByInterruptException e) {
                throw e;
            } catch (SocketTimeoutException | HttpTimeoutException e) {
                failure = new HttpConnectTimeoutException("The server did not accept a connection in time.");
            } catch (IOException e) {
                failure = (ConnectException) new ConnectException("The server cannot be reached.").initCause(e);
            }
        }
        throw failure;
    }

    private static PlainConnection open(InetSocketAddress address, Deadline deadline) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, deadline.millisLeft());
            return new PlainConnection(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns whether the server has neither closed the connection nor sent anything that nobody has asked for. */
    boolean isQuiet() {
        try {
            channel.configureBlocking(false);
            boolean quiet = isDrained() && channel.read(ByteBuffer.allocate(1)) == 0;
            channel.configureBlocking(true);
            return quiet;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns whether nothing is left of what has been received. */
    boolean isDrained() {
        return at == end;
    }

    /** Returns whether anything has come since the last request was written. */
    boolean isAnswered() {
        return answered;
    }

    /** Sends all the bytes of a request. A server that does not read has the connection closed when the time is up. */
    void write(byte[] bytes, Deadline deadline) throws IOException {
        answered = false;
        if (bytes.length <= SURELY_TAKEN) {
            writeAll(bytes);
            return;
        }
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> written = new CompletableFuture<>();
        var unused = written.orTimeout(deadline.millisLeft(), TimeUnit.MILLISECONDS)
                .exceptionally(timeout -> {
                    late.set(true);
                    close();
                    return null;
                });
        try {
            writeAll(bytes);
        } catch (IOException e) {
            throw late.get() ? tooSlow() : e;
        } finally {
            written.complete(null);
        }
    }

    private void writeAll(byte[] bytes) throws IOException {
        for (int from = 0; from < bytes.length; ) {
            int length = Math.min(MAX_WRITTEN_AT_ONCE, bytes.length - from);
            from += channel.write(ByteBuffer.wrap(bytes, from, length));
        }
    }

    private static HttpTimeoutException tooSlow() {
        return new HttpTimeoutException("The server did not answer in time.");
    }

    /**
     * Appends up to that many bytes that are there already, or the next ones; returns how many, which is none at the
     * end of the stream.
     */
    int read(ByteArrayOutputStream body, long most, Deadline deadline) throws IOException {
        if (isDrained() && !fill(deadline)) {
            return 0;
        }
        int length = (int) Math.min(most, end - at);
        body.write(buffer, at, length);
        at += length;
        return length;
    }

    /**
     * Returns the next line without its end, or null at the end of the stream.
     *
     * @throws ProtocolException if it is longer than permitted
     */
    @Nullable String line(int maxBytes, Deadline deadline) throws IOException {
        StringBuilder line = new StringBuilder(80);
        while (true) {
            if (isDrained() && !fill(deadline)) {
                return null;
            }
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            if (line.length() + (at - start) > maxBytes) {
                throw new ProtocolException("The head of the response is too large.");
            }
            line.append(new String(buffer, start, at - start, StandardCharsets.ISO_8859_1));
            if (at < end) {
                at++;
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
        }
    }

    private boolean fill(Deadline deadline) throws IOException {
        try {
            channel.socket().setSoTimeout(deadline.millisLeft());
            int length = in.read(buffer);
            at = 0;
            end = Math.max(0, length);
            answered |= length > 0;
            return length > 0;
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more, which is all that is asked for.
        }
    }
}
