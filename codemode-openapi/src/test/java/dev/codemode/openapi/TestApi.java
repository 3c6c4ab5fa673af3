package dev.codemode.openapi;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Operation;
import dev.codemode.internal.json.Json;
import dev.codemode.source.OperationCall;
import dev.codemode.source.SourceSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Calls the first operation of a document that holds little but that. */
final class TestApi {
    private TestApi() {}

    /** Returns a document with one path. */
    static String document(String path, String item, String components) {
        return """
                openapi: 3.0.3
                info: { title: Test, version: "1" }
                servers: [{ url: https://api.example.com }]
                components: { %s }
                paths:
                  "%s": %s
                """.formatted(components, path, item);
    }

    /** Returns a document with one operation that takes one parameter. */
    static String parameter(String path, String parameter) {
        return document(
                path,
                "{ get: { operationId: call, parameters: [" + parameter
                        + "], responses: { \"200\": { description: OK, content: { application/json: { schema: {} } } } } } }",
                "");
    }

    static Map<String, @Nullable Object> arguments(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return arguments;
    }

    /** Returns the names and values of a JSON object, in turn. */
    static @Nullable Object[] argumentsOf(String json) {
        List<@Nullable Object> namesAndValues = new ArrayList<>();
        ((Map<?, ?>) Json.read(json)).forEach((name, value) -> {
            namesAndValues.add(name);
            namesAndValues.add(value);
        });
        return namesAndValues.toArray();
    }

    /** Returns a document of OpenAPI 2.0 with one operation that takes a body. */
    static String swagger2(String consumes, String schema) {
        return """
                swagger: "2.0"
                info: { title: Test, version: "1" }
                host: api.example.com
                paths:
                  /a:
                    post:
                      operationId: call
                      consumes: [%s]
                      parameters: [{ name: body, in: body, required: true, schema: %s }]
                      responses: { "200": { description: ok } }
                """.formatted(consumes, schema);
    }

    static @Nullable Object call(String document, LoopbackServer server, @Nullable Object... arguments)
            throws Exception {
        return call(document, server, builder -> builder, arguments);
    }

    static @Nullable Object call(
            String document,
            LoopbackServer server,
            UnaryOperator<OpenApiSourceBuilder> options,
            @Nullable Object... arguments)
            throws Exception {
        OpenApiSourceBuilder builder =
                OpenApiSource.builder("api", document).baseUrl(server.url()).maxRetries(0);
        try (OpenApiSource source = options.apply(builder).build()) {
            return call(source, arguments(arguments));
        }
    }

    static @Nullable Object call(OpenApiSource source, Map<String, @Nullable Object> arguments) throws Exception {
        return call(source, arguments, Instant.now().plusSeconds(60));
    }

    static @Nullable Object call(OpenApiSource source, Map<String, @Nullable Object> arguments, Instant deadline)
            throws Exception {
        SourceSnapshot snapshot = source.load();
        Operation operation =
                snapshot.services().get(0).operations().values().iterator().next();
        OperationCall call = new OperationCall(operation, arguments, Caller.of("ann"), "1", 1, deadline);
        return snapshot.handlers().get(operation.name()).invoke(call);
    }
}
