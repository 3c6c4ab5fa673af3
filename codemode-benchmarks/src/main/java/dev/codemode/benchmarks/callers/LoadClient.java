package dev.codemode.benchmarks.callers;

import dev.codemode.catalog.Caller;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** A caller with a separate session over Streamable HTTP. Confined to one thread at a time. */
final class LoadClient {
    /** The header that names the caller. */
    static final String USER = "X-User";

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"load","version":"1"}}}""";
    private static final String INITIALIZED = """
            {"jsonrpc":"2.0","method":"notifications/initialized"}""";

    private final HttpClient client;
    private final URI url;
    private final List<String> headers = new ArrayList<>();

    LoadClient(HttpClient client, URI url, Caller caller) throws IOException, InterruptedException {
        this.client = client;
        this.url = url;
        headers.addAll(List.of(USER, caller.id(), "Accept", "application/json, text/event-stream"));
        headers.addAll(List.of("Content-Type", "application/json"));
        headers.addAll(List.of(
                "Mcp-Session-Id",
                post(INITIALIZE).headers().firstValue("Mcp-Session-Id").orElseThrow()));
        post(INITIALIZED);
    }

    /** Returns whether the script's answer was this text, in a string of JSON. */
    boolean execute(int id, String script, String expected) throws IOException, InterruptedException {
        String body = post("{\"jsonrpc\":\"2.0\",\"id\":" + (id + 2)
                        + ",\"method\":\"tools/call\",\"params\":{\"name\":\"execute\",\"arguments\":{\"code\":\""
                        + script
                        + "\"}}}")
                .body();
        return body.contains("\"text\":\"" + expected);
    }

    private HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(url)
                        .headers(headers.toArray(String[]::new))
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
