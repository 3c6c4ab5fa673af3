package dev.codemode.http.internal.client;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and reads its response, bounded in time and size: HTTP without TLS on the caller's thread, unless a
 * proxy is in between, and everything else with the JDK's client. Thread-safe.
 */
public final class BoundedClient implements AutoCloseable {
    private final int maxResponseBytes;
    private final @Nullable PlainClient plain;
    private final JdkClient jdk;
    private volatile boolean closed;

    public BoundedClient(ClientOptions options, FaultLog log) {
        AddressCheck addresses = new AddressCheck(options.privateOrigins(), options.privateAddresses(), log);
        this.maxResponseBytes = options.maxResponseBytes();
        this.plain = options.client() == null ? new PlainClient(addresses, maxResponseBytes) : null;
        this.jdk = new JdkClient(options.client(), addresses, maxResponseBytes);
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
        if (closed) {
            throw new IOException("The source is closed.");
        }
        PlainClient direct = isPlain(request.uri()) ? plain : null;
        return decompressed(direct == null ? jdk.send(request, timeout) : direct.send(request, timeout));
    }

    /** A proxy takes other requests, and the JDK's client knows them. */
    private static boolean isPlain(URI uri) {
        if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
            return false;
        }
        ProxySelector proxies = ProxySelector.getDefault();
        return proxies == null || proxies.select(uri).stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
    }

    private Response decompressed(Response response) throws IOException {
        String encoding = response.headers().firstValue("Content-Encoding").orElse("");
        boolean zipped = encoding.equalsIgnoreCase("gzip") || encoding.equalsIgnoreCase("x-gzip");
        return zipped
                ? new Response(
                        response.status(), response.headers(), BoundedBody.unzipped(response.body(), maxResponseBytes))
                : response;
    }

    public int maxResponseBytes() {
        return maxResponseBytes;
    }

    /** Releases the connections, each with its last exchange. */
    @Override
    public void close() {
        closed = true;
        jdk.close();
        if (plain != null) {
            plain.close();
        }
    }
}
