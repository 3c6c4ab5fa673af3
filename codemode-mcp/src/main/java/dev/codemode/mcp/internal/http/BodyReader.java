package dev.codemode.mcp.internal.http;

import dev.codemode.internal.words.Counted;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request. A slow client holds no thread, and no more memory than what it has sent, for no longer
 * than the deadline of the whole body. After a refusal, what the client still sends is discarded for a moment, so that
 * it can read the reason. Held by {@code SlowBodiesTest} and {@code UnknownCallersTest}. Thread-safe.
 */
final class BodyReader implements ReadListener {
    /** What a request costs before its first byte arrives. */
    private static final int CHUNK = 8 << 10;

    private static final Duration LINGER = Duration.ofSeconds(2);
    private static final long MOST_THROWN_AWAY = 16L << 20;

    private final ServletInputStream in;
    private final int maxBytes;
    private final MessageBudget.Share share;
    private final HttpReply reply;
    private final Heartbeat timer;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile boolean refused;
    private volatile @Nullable Future<?> deadline;
    private Consumer<byte[]> receiver = whole -> {};
    private long thrownAway;

    /**
     * Prepares to read; the request must be asynchronous already.
     *
     * @param reply refuses what is too large, too slow or too much at once
     */
    BodyReader(ServletInputStream in, int maxBytes, MessageBudget.Share share, HttpReply reply, Heartbeat timer) {
        this.in = in;
        this.maxBytes = maxBytes;
        this.share = share;
        this.reply = reply;
        this.timer = timer;
    }

    /** Starts to read; the receiver gets the whole body, unless the request was refused. */
    void read(Duration within, Consumer<byte[]> receiver) throws IOException {
        this.receiver = receiver;
        deadline = timer.after(within, () -> refuse(tooSlow(within)));
        try {
            share.grow(CHUNK);
        } catch (Refusal e) {
            refuse(e);
        }
        listen();
    }

    /** Refuses a request before anything of it was read. */
    void throwAway(Refusal refusal) throws IOException {
        refuse(refusal);
        listen();
    }

    private void listen() throws IOException {
        try {
            in.setReadListener(this);
        } catch (UnsupportedOperationException e) {
            // Request wrappers of filters can often only block.
            for (byte[] chunk = in.readNBytes(CHUNK); chunk.length > 0 && !refused; chunk = in.readNBytes(CHUNK)) {
                take(chunk, chunk.length);
            }
            onAllDataRead();
        }
    }

    private static Refusal tooSlow(Duration within) {
        return new Refusal(408, RpcError.invalid("The message did not arrive within " + Counted.time(within) + "."));
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] chunk = new byte[CHUNK];
        while (thrownAway <= MOST_THROWN_AWAY && in.isReady()) {
            int length = in.read(chunk);
            if (length < 0) {
                return;
            }
            if (refused) {
                thrownAway += length;
            } else {
                take(chunk, length);
            }
        }
        if (thrownAway > MOST_THROWN_AWAY) {
            reply.release();
        }
    }

    private void take(byte[] chunk, int length) {
        try {
            if (body.size() + length > maxBytes) {
                throw HttpMessages.tooLarge(maxBytes);
            }
            share.grow(length);
            body.write(chunk, 0, length);
        } catch (Refusal e) {
            refuse(e);
        }
    }

    private void refuse(Refusal refusal) {
        if (end()) {
            refused = true;
            body.reset();
            reply.refuseEarly(refusal);
            deadline = timer.after(LINGER, reply::release);
        }
    }

    @Override
    public void onAllDataRead() {
        if (end()) {
            receiver.accept(body.toByteArray());
        } else {
            reply.release();
        }
    }

    @Override
    public void onError(Throwable failure) {
        end();
        reply.leave(failure);
    }

    private boolean end() {
        Future<?> waiting = deadline;
        if (waiting != null) {
            waiting.cancel(false);
        }
        return over.compareAndSet(false, true);
    }
}
