package dev.codemode.http.internal.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request in the form that the JDK's client takes. The JDK's builder cannot build a request without a body for every
 * method, and announces an empty body with {@code Content-Length: 0}, which some servers refuse with methods that give
 * content no meaning (RFC 9110, 8.6). The client of JDK 17 announces it anyway. Immutable and thread-safe.
 */
final class OutgoingRequest extends HttpRequest {
    private final BoundedClient.Request request;
    private final Duration timeout;
    private final HttpHeaders headers;

    OutgoingRequest(BoundedClient.Request request, Duration timeout) {
        this.request = request;
        this.timeout = timeout;
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        request.headers().forEach((name, value) -> fields.put(name, List.of(value)));
        if (request.content() != null) {
            fields.put("Content-Type", List.of(request.content().contentType()));
        }
        // The builder checks names and values as the client requires.
        Builder checked = HttpRequest.newBuilder(request.uri());
        fields.forEach((name, values) -> checked.setHeader(name, values.get(0)));
        this.headers = checked.build().headers();
    }

    @Override
    public Optional<BodyPublisher> bodyPublisher() {
        Payload content = request.content();
        if (content != null) {
            return Optional.of(BodyPublishers.ofByteArray(content.bytes()));
        }
        return Methods.hasNoContent(request.method()) ? Optional.empty() : Optional.of(BodyPublishers.noBody());
    }

    @Override
    public String method() {
        return request.method();
    }

    @Override
    public Optional<Duration> timeout() {
        return Optional.of(timeout);
    }

    @Override
    public boolean expectContinue() {
        return false;
    }

    @Override
    public URI uri() {
        return request.uri();
    }

    /** HTTP/2 only over TLS: the JDK's upgrade from HTTP/1.1 in the clear confuses some servers. */
    @Override
    public Optional<HttpClient.Version> version() {
        return Optional.of(
                "https".equals(request.uri().getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }
}
