package dev.codemode.http.internal.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests with a client of the JDK: one of our own, which is made for the first request, or the host's.
 * Thread-safe.
 */
final class JdkClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final AddressCheck addresses;
    private final int maxResponseBytes;
    private @Nullable ExecutorService threads;
    private @Nullable HttpClient client;
    private boolean closed;

    /**
     * Prepares to send.
     *
     * @param given the host's client, or null for one of our own
     */
    JdkClient(@Nullable HttpClient given, AddressCheck addresses, int maxResponseBytes) {
        this.client = given;
        this.addresses = addresses;
        this.maxResponseBytes = maxResponseBytes;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "codemode-http");
        thread.setDaemon(true);
        return thread;
    }

    private synchronized HttpClient client() throws IOException {
        if (closed) {
            throw new IOException("The source is closed.");
        }
        HttpClient ready = client;
        if (ready == null) {
            ExecutorService own = Executors.newCachedThreadPool(JdkClient::daemon);
            ready = HttpClient.newBuilder()
                    .executor(own)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            threads = own;
            client = ready;
        }
        return ready;
    }

    /** Sends the request. Blocks; an interrupt ends the exchange. */
    BoundedClient.Response send(BoundedClient.Request request, Duration timeout)
            throws IOException, InterruptedException {
        addresses.check(request.uri());
        long start = System.nanoTime();
        BoundedBody.Bound body =
                new BoundedBody.Bound(maxResponseBytes, () -> timeout.minusNanos(System.nanoTime() - start));
        try {
            HttpResponse<byte[]> response = exchange(client(), new OutgoingRequest(request, timeout), body);
            return new BoundedClient.Response(response.statusCode(), response.headers(), response.body());
        } finally {
            addresses.confirm(request.uri());
        }
    }

    /** Uses the blocking call: {@code sendAsync} takes twice the time, because it passes a response between threads. */
    private static HttpResponse<byte[]> exchange(HttpClient client, HttpRequest request, BoundedBody.Bound body)
            throws IOException, InterruptedException {
        try {
            return client.send(request, body);
        } catch (IOException e) {
            IOException passed = body.passed();
            if (passed != null) {
                throw passed;
            }
            throw e.getClass() == IOException.class && e.getCause() instanceof IOException cause ? cause : e;
        }
    }

    /** Releases the client, which ends with its last exchange. */
    @Override
    public synchronized void close() {
        closed = true;
        client = null;
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
