package dev.codemode.http.internal.client;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests in HTTP/1.1 without TLS, on the thread of the caller: the JDK's client passes each exchange through
 * several threads, which costs many times as much.
 *
 * <p>Invariants, held by {@code PlainClientTest}: a request goes to an address that has been checked, and to no other
 * that its name has by then; an exchange that did not end well closes its connection; a request is sent a second time
 * only if it is idempotent and an idle connection turned out to be closed. Thread-safe.
 */
final class PlainClient implements AutoCloseable {
    private final AddressCheck addresses;
    private final int maxResponseBytes;
    private final IdleConnections idle = new IdleConnections();

    PlainClient(AddressCheck addresses, int maxResponseBytes) {
        this.addresses = addresses;
        this.maxResponseBytes = maxResponseBytes;
    }

    /** Sends the request. Blocks; an interrupt ends the exchange. */
    BoundedClient.Response send(BoundedClient.Request request, Duration timeout)
            throws IOException, InterruptedException {
        try {
            return exchange(request, Deadline.in(timeout));
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException("The exchange was interrupted.").initCause(e);
        }
    }

    private BoundedClient.Response exchange(BoundedClient.Request request, Deadline deadline) throws IOException {
        byte[] bytes = RequestBytes.of(request);
        Origin origin = Origin.of(request.uri());
        PlainConnection kept = idle.take(origin);
        if (kept != null) {
            try {
                return exchange(kept, origin, bytes, request.method(), deadline);
            } catch (ClosedByInterruptException | HttpTimeoutException e) {
                throw e;
            } catch (IOException e) {
                if (kept.isAnswered() || !Methods.isIdempotent(request.method())) {
                    throw e;
                }
            }
        }
        PlainConnection fresh = PlainConnection.open(
                addresses.permitted(request.uri()), request.uri().getPort(), deadline);
        return exchange(fresh, origin, bytes, request.method(), deadline);
    }

    private BoundedClient.Response exchange(
            PlainConnection connection, Origin origin, byte[] bytes, String method, Deadline deadline)
            throws IOException {
        Duration keeps = Duration.ZERO;
        try {
            IOException unsent = written(connection, bytes, deadline);
            ResponseHead head = head(connection, unsent, deadline);
            ResponseBody reader = new ResponseBody(connection, maxResponseBytes, deadline);
            byte[] body = reader.read(method, head);
            boolean reusable = unsent == null && reader.isDelimited() && connection.isDrained();
            keeps = reusable ? head.keeps() : Duration.ZERO;
            return new BoundedClient.Response(head.status(), head.headers(), body);
        } finally {
            idle.give(origin, connection, keeps);
        }
    }

    /** Returns why the request could not be written to its end, which a server may prevent that has answered already. */
    private static @Nullable IOException written(PlainConnection connection, byte[] bytes, Deadline deadline) {
        try {
            connection.write(bytes, deadline);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static ResponseHead head(PlainConnection connection, @Nullable IOException unsent, Deadline deadline)
            throws IOException {
        try {
            return ResponseHead.read(connection, deadline);
        } catch (IOException e) {
            throw unsent == null ? e : unsent;
        }
    }

    /** Closes what is idle; an exchange that runs ends by itself. */
    @Override
    public void close() {
        idle.close();
    }
}
