package dev.codemode.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A client that sends what a test tells it to, without knowing the protocol. */
public final class HttpPeer {
    public static final String INITIALIZE = StdioPeer.INITIALIZE;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;
    private final List<String> headers = new ArrayList<>();

    public HttpPeer(URI url) {
        this.url = url;
    }

    /** Adds a header to every later request. */
    public HttpPeer with(String name, String value) {
        headers.addAll(List.of(name, value));
        return this;
    }

    /** Opens a session and sends its id from now on. */
    public HttpPeer initialized() {
        return with(
                "Mcp-Session-Id",
                post(INITIALIZE).headers().firstValue("Mcp-Session-Id").orElseThrow());
    }

    public HttpResponse<String> post(String body, String... more) {
        return send(request(more).POST(BodyPublishers.ofString(body)).build());
    }

    public CompletableFuture<HttpResponse<InputStream>> postAsync(String body) {
        return client.sendAsync(request().POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofInputStream());
    }

    public CompletableFuture<HttpResponse<InputStream>> listen() {
        return listen("text/event-stream");
    }

    public CompletableFuture<HttpResponse<InputStream>> listen(String accept) {
        return client.sendAsync(
                HttpRequest.newBuilder(url)
                        .headers(headers.toArray(String[]::new))
                        .header("Accept", accept)
                        .build(),
                BodyHandlers.ofInputStream());
    }

    public HttpResponse<String> method(String method) {
        return send(HttpRequest.newBuilder(url)
                .headers(headers.isEmpty() ? new String[] {"X-None", "1"} : headers.toArray(String[]::new))
                .method(method, BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(20))
                .build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a POST with the headers of every request; further ones replace those of the same name. */
    public HttpRequest.Builder request(String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream");
        for (int i = 0; i < headers.size(); i += 2) {
            request.setHeader(headers.get(i), headers.get(i + 1));
        }
        for (int i = 0; i < more.length; i += 2) {
            request.setHeader(more[i], more[i + 1]);
        }
        return request;
    }

    public static String call(int id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + tool
                + "\",\"arguments\":" + arguments + "}}";
    }

    public static String cancelled(int id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":" + id + "}}";
    }

    /** Returns the status, the headers that a client acts on, and the body, as one text. */
    public static String show(HttpResponse<String> response) {
        StringBuilder text =
                new StringBuilder("HTTP ").append(response.statusCode()).append('\n');
        for (String name : List.of("content-type", "allow", "www-authenticate", "retry-after", "server")) {
            response.headers()
                    .firstValue(name)
                    .ifPresent(value ->
                            text.append(name).append(": ").append(value).append('\n'));
        }
        return text.append('\n').append(response.body()).append('\n').toString();
    }
}
