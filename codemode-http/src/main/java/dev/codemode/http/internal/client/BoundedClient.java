package dev.codemode.http.internal.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Sends one request and reads its response, bounded in time and size. Thread-safe. */
public final class BoundedClient implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final AddressCheck addresses;
    private final int maxResponseBytes;
    private final @Nullable ExecutorService threads;
    private volatile @Nullable HttpClient client;

    public BoundedClient(ClientOptions options, FaultLog log) {
        this.addresses = new AddressCheck(options.privateOrigins(), options.privateAddresses(), log);
        this.maxResponseBytes = options.maxResponseBytes();
        if (options.client() != null) {
            this.threads = null;
            this.client = options.client();
        } else {
            this.threads = Executors.newCachedThreadPool(BoundedClient::daemon);
            this.client = HttpClient.newBuilder()
                    .executor(threads)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "codemode-http");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * A request.
     *
     * @param method the method
     * @param uri where it goes
     * @param headers header fields
     * @param content the body, or null
     */
    public record Request(
            String method,
            URI uri,
            Map<String, String> headers,
            @Nullable Payload content) {}

    /**
     * A response.
     *
     * @param status the status code
     * @param headers header fields
     * @param body the body, decompressed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared and never copied
    public record Response(int status, HttpHeaders headers, byte[] body) {}

    /**
     * Sends the request. Blocks; an interrupt ends the exchange.
     *
     * @throws HttpTimeoutException if it takes longer
     * @throws BoundedBody.TooLargeException if the body is larger than permitted
     * @throws IOException if there is no response
     */
    public Response send(Request request, Duration timeout) throws IOException, InterruptedException {
        HttpClient open = client;
        if (open == null) {
            throw new IOException("The source is closed.");
        }
        addresses.check(request.uri());
        long start = System.nanoTime();
        BoundedBody.Bound body =
                new BoundedBody.Bound(maxResponseBytes, () -> timeout.minusNanos(System.nanoTime() - start));
        try {
            return read(exchange(open, new OutgoingRequest(request, timeout), body));
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

    private Response read(HttpResponse<byte[]> response) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("");
        byte[] body = encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip")
                ? BoundedBody.unzipped(response.body(), maxResponseBytes)
                : response.body();
        return new Response(response.statusCode(), response.headers(), body);
    }

    public int maxResponseBytes() {
        return maxResponseBytes;
    }

    /** Releases the client, which ends with its last exchange. */
    @Override
    public void close() {
        client = null;
        if (threads != null) {
            threads.shutdownNow();
        }
    }
}
