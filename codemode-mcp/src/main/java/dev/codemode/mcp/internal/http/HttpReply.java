package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcMessage;
import dev.codemode.mcp.internal.session.MessageOutlet;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The answer to one HTTP request: a JSON body if the first message is the answer, otherwise an event stream (Streamable
 * HTTP, "Sending Messages to the Server"). A silent stream gets a comment now and then: a servlet is not notified when
 * a client leaves, so the failing write is how that is noticed. Thread-safe.
 */
final class HttpReply implements MessageOutlet, AsyncListener {
    private enum State {
        PENDING,
        STREAMING,
        DONE
    }

    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");

    private final JsonRpc json;
    private final AsyncContext async;
    private final HttpServletResponse response;
    private final Runnable whenOver;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile State state = State.PENDING;
    private volatile boolean settled;
    private boolean left;
    private boolean lingering;
    private Runnable whenGone = () -> {};

    /**
     * Takes over an asynchronous request.
     *
     * @param whenOver runs once when there is nothing more to write
     */
    HttpReply(JsonRpc json, AsyncContext async, Runnable whenOver) {
        this.json = json;
        this.async = async;
        this.response = (HttpServletResponse) async.getResponse();
        this.whenOver = whenOver;
        async.addListener(this);
    }

    /** Sets what runs once if the client leaves before the end; runs it at once if the client has already left. */
    void ifGone(Runnable action) {
        lock.lock();
        try {
            whenGone = action;
            if (left) {
                action.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ends the request with a refusal, unless something was written already. */
    void refuse(Refusal refusal) {
        end(() -> HttpMessages.refuse((HttpServletRequest) async.getRequest(), response, json, refusal));
    }

    /**
     * Sends a refusal to a client that may still be sending, and keeps the request open until {@link #release}: a
     * connection that is closed before everything was read is reset, and the client loses the answer (RFC 9112, section
     * 9.6).
     */
    void refuseEarly(Refusal refusal) {
        lock.lock();
        try {
            if (state == State.PENDING) {
                HttpMessages.refuse((HttpServletRequest) async.getRequest(), response, json, refusal);
                response.flushBuffer();
                state = State.DONE;
                lingering = true;
                whenOver.run();
            }
        } catch (IOException | RuntimeException e) {
            gone(e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends a request that was refused early; doing so twice is allowed. */
    void release() {
        lock.lock();
        try {
            if (lingering) {
                lingering = false;
                async.complete();
            }
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "The container had ended the request already", e);
        } finally {
            lock.unlock();
        }
    }

    /** Ends the request with a status and no body. */
    void end(int status) {
        end(() -> response.setStatus(status));
    }

    /** Ends the request with an answer that opens a session. */
    void open(RpcMessage.Response message, String session) {
        end(() -> {
            response.setHeader(HttpMessages.SESSION, session);
            HttpMessages.write(response, 200, json.write(message));
        });
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void end(Writing writing) {
        lock.lock();
        try {
            if (state == State.PENDING) {
                writing.write();
                complete();
            }
        } catch (IOException | RuntimeException e) {
            gone(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void send(RpcMessage message) {
        byte[] text = json.write(message).getBytes(StandardCharsets.UTF_8);
        lock.lock();
        try {
            if (state == State.PENDING && message instanceof RpcMessage.Response) {
                answer(text);
            } else if (state != State.DONE) {
                event(text);
            }
        } catch (IOException | RuntimeException e) {
            gone(e);
        } finally {
            lock.unlock();
        }
    }

    boolean isDone() {
        return state == State.DONE;
    }

    /** Starts an event stream now, for a client that waits for messages. */
    void open() {
        settled = true;
        beat();
    }

    /**
     * Shows the client that the answer is still coming. The first beat is skipped, so that a quick answer is a JSON
     * body; a beat during another write is not needed.
     */
    void beat() {
        if (!lock.tryLock()) {
            return;
        }
        try {
            if (settled && state != State.DONE) {
                write(":\n\n".getBytes(StandardCharsets.UTF_8));
            }
            settled = true;
        } catch (IOException | RuntimeException e) {
            gone(e);
        } finally {
            lock.unlock();
        }
    }

    private void answer(byte[] text) throws IOException {
        response.setContentType(HttpMessages.JSON);
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
        response.flushBuffer();
        complete();
    }

    private void event(byte[] text) throws IOException {
        byte[] prefix = "event: message\ndata: ".getBytes(StandardCharsets.UTF_8);
        byte[] event = new byte[prefix.length + text.length + 2];
        System.arraycopy(prefix, 0, event, 0, prefix.length);
        System.arraycopy(text, 0, event, prefix.length, text.length);
        event[event.length - 2] = '\n';
        event[event.length - 1] = '\n';
        write(event);
    }

    private void write(byte[] bytes) throws IOException {
        if (state == State.PENDING) {
            response.setContentType(HttpMessages.EVENTS);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "no-cache, no-transform");
            // Reverse proxies hold a response back without it.
            response.setHeader("X-Accel-Buffering", "no");
            state = State.STREAMING;
        }
        ServletOutputStream out = response.getOutputStream();
        out.write(bytes);
        response.flushBuffer();
    }

    private void complete() {
        state = State.DONE;
        whenOver.run();
        async.complete();
    }

    private void gone(Throwable cause) {
        if (state == State.DONE) {
            return;
        }
        LOG.log(System.Logger.Level.DEBUG, "The client left before the end of an answer", cause);
        state = State.DONE;
        left = true;
        whenOver.run();
        whenGone.run();
        try {
            async.complete();
        } catch (IllegalStateException e) {
            LOG.log(System.Logger.Level.DEBUG, "The container had ended the request already", e);
        }
    }

    /** Ends the response. Without a message, as after a cancelled call, it is an empty event stream. */
    @Override
    public void finish() {
        lock.lock();
        try {
            if (state == State.PENDING) {
                write(new byte[0]);
            }
            if (state == State.STREAMING) {
                complete();
            }
        } catch (IOException | RuntimeException e) {
            gone(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(AsyncEvent event) {
        leave(new IOException("The container reported an error.", event.getThrowable()));
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        leave(new IOException("The container reported a timeout."));
    }

    /** Gives up the request: its client has left. */
    void leave(Throwable cause) {
        lock.lock();
        try {
            gone(cause);
            release();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onComplete(AsyncEvent event) {}

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
