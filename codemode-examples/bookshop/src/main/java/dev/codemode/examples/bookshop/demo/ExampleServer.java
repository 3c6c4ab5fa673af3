package dev.codemode.examples.bookshop.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Acts as the server of an OpenAPI document: answers each of its operations with the document's own example.
 * Thread-safe.
 */
final class ExampleServer implements AutoCloseable {
    private final JsonNode document;
    private final Map<Pattern, JsonNode> paths = new LinkedHashMap<>();
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();

    private ExampleServer(JsonNode document) throws IOException {
        this.document = document;
        document.path("paths").properties().forEach(path -> paths.put(pattern(path.getKey()), path.getValue()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static ExampleServer of(String document) throws IOException {
        return new ExampleServer(new ObjectMapper().readTree(document));
    }

    private static Pattern pattern(String template) {
        return Pattern.compile("\\Q" + template.replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q") + "\\E");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    int requests() {
        return requests.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        String method = exchange.getRequestMethod().toLowerCase(Locale.ROOT);
        JsonNode operation = paths.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .map(entry -> entry.getValue().path(method))
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(document.path("nothing"));
        int status = operation.path("responses").has("201") ? 201 : 200;
        JsonNode example = example(operation.path("responses").path(String.valueOf(status)));
        try (exchange) {
            byte[] body = new ObjectMapper().writeValueAsBytes(example);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(example.isMissingNode() ? 404 : status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private JsonNode example(JsonNode response) {
        JsonNode examples = resolved(response).at("/content/application~1json/examples");
        return examples.isEmpty()
                ? examples.path("none")
                : resolved(examples.iterator().next()).path("value");
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
