package dev.codemode.benchmarks.hostile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.http.Credential;
import dev.codemode.internal.json.Json;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * {@code items.get} over HTTP: an OpenAPI document, and a server on loopback that repeats what it receives, including
 * credentials, and records requests that the document does not declare. Thread-safe.
 */
final class HttpItems implements AutoCloseable {
    private static final OperationName NAME = OperationName.parse("api.items.get");
    private static final String TOKEN = "CANARY-TOKEN-7f3a";
    private static final Pattern PATH = Pattern.compile("/items/[^/;]+");
    private static final Pattern DOTS = Pattern.compile("(?i).*/(\\.|%2e){1,2}(%2f|;|/|$).*");
    private static final Pattern QUERY = Pattern.compile("expand=[^&=#]*");
    private static final Set<String> HEADERS = Set.of(
            "accept",
            "accept-encoding",
            "user-agent",
            "trace",
            "authorization",
            "host",
            "content-length",
            "connection",
            "http2-settings",
            "upgrade");

    private static final String DOCUMENT = """
            openapi: 3.1.0
            info: { title: Items, version: "1" }
            security: [{ token: [] }]
            components: { securitySchemes: { token: { type: http, scheme: bearer } } }
            paths:
              /items/{id}:
                get:
                  operationId: items.get
                  parameters:
                    - { name: id, in: path, required: true, schema: { type: string } }
                    - { name: expand, in: query, schema: { type: string } }
                    - { name: trace, in: header, schema: { type: string } }
                  responses: { "200": { description: OK, content: { application/json: { schema: { type: object } } } } }
            """;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final OpenApiSource source;

    private HttpItems() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        source = OpenApiSource.builder("api", DOCUMENT)
                .baseUrl("http://127.0.0.1:" + server.getAddress().getPort())
                .credential("token", Credential.bearer(TOKEN))
                .maxRetries(0)
                .build();
    }

    static HttpItems start() {
        try {
            return new HttpItems();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        check(exchange, path, query);
        try (exchange) {
            if (path.endsWith("/redirect-to-metadata")) {
                exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            Map<String, Object> echo = new LinkedHashMap<>();
            echo.put("id", path.substring(path.lastIndexOf('/') + 1));
            echo.put("status", 200);
            echo.put("body", "item " + path);
            Map<String, Object> headers = new LinkedHashMap<>(exchange.getRequestHeaders());
            headers.remove("Host"); // an address of this machine is not a fault of the library
            echo.put("headers", headers);
            byte[] body = Json.write(echo).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("X-Internal-Token", TOKEN);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void check(HttpExchange exchange, String path, String query) {
        boolean declared = exchange.getRequestMethod().equals("GET")
                && PATH.matcher(path).matches()
                && !DOTS.matcher(path).matches()
                && (query == null || QUERY.matcher(query).matches());
        if (!declared) {
            faults.add("a request went to " + exchange.getRequestMethod() + " " + exchange.getRequestURI());
        }
        exchange.getRequestHeaders().keySet().stream()
                .filter(name -> !HEADERS.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(name -> faults.add("a request had the header " + name));
    }

    /**
     * Returns the operations with {@code items.get} over HTTP instead of their own, which is called first to record it.
     */
    ServiceSource instead(ServiceSource operations) {
        return new ServiceSource() {
            @Override
            public SourceSnapshot load() {
                return replaced(operations.load());
            }

            @Override
            public void onChange(Runnable listener) {}

            @Override
            public void close() {
                operations.close();
            }
        };
    }

    private SourceSnapshot replaced(SourceSnapshot snapshot) {
        SourceSnapshot own = source.load();
        Operation http = own.services().get(0).operations().get("items.get");
        Service service = snapshot.services().get(0);
        List<Operation> operations = new ArrayList<>(service.operations().values());
        operations.replaceAll(operation -> operation.name().equals(NAME) ? http : operation);
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>(snapshot.handlers());
        OperationHandler noted = handlers.get(NAME);
        OperationHandler call = own.handlers().get(NAME);
        handlers.put(NAME, request -> {
            noted.invoke(request);
            return call.invoke(request);
        });
        return new SourceSnapshot(
                List.of(Service.of(
                        service.name(),
                        service.docs(),
                        operations,
                        service.types().values())),
                handlers,
                snapshot.issues());
    }

    /** Returns requests that the document does not declare, and forgets them. */
    List<String> takeFaults() {
        List<String> taken = new ArrayList<>();
        for (String fault = faults.poll(); fault != null; fault = faults.poll()) {
            taken.add(fault);
        }
        return taken;
    }

    @Override
    public void close() {
        source.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
