package dev.codemode.benchmarks.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.codemode.benchmarks.TextFile;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.openapi.DocumentOperation;
import dev.codemode.openapi.OpenApiSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operations to find, and their labels.
 *
 * @param catalog the operations
 * @param labels the name of each in the queries
 */
record Corpus(Catalog catalog, Map<OperationName, String> labels) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads an OpenAPI document; its labels are {@code METHOD /path}. */
    static Corpus ofOpenApi(String name, Path file) throws IOException {
        try (OpenApiSource source = OpenApiSource.builder(name, TextFile.read(file))
                .baseUrl("http://127.0.0.1:9")
                .build()) {
            Catalog catalog = Catalog.of(source.load().services());
            Map<OperationName, String> labels = new LinkedHashMap<>();
            for (Operation operation : catalog.operations()) {
                labels.put(
                        operation.name(),
                        source.documented(operation.name())
                                .map(DocumentOperation::route)
                                .orElseThrow());
            }
            return new Corpus(catalog, labels);
        }
    }

    /** Returns the operations this many times over, as services with other names; without labels. */
    Catalog copies(int number) {
        List<Service> services = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            for (Service service : catalog.services().values()) {
                services.add(renamed(service, service.name() + (i == 1 ? "" : "_" + i)));
            }
        }
        return Catalog.of(services);
    }

    private static Service renamed(Service service, String name) {
        List<Operation> operations = service.operations().values().stream()
                .map(operation -> Operation.builder(
                                new OperationName(name, operation.name().path()), operation.effect())
                        .docs(operation.docs())
                        .input(operation.input())
                        .output(operation.output())
                        .returns(operation.returns())
                        .resource(operation.resource())
                        .searchTerms(operation.searchTerms())
                        .build())
                .toList();
        return Service.of(name, service.docs(), operations, service.types().values());
    }

    /** Reads normalized operations, one per line. */
    static Corpus ofLines(String corpus, Path file) throws IOException {
        String name = corpus.replaceAll("[^A-Za-z0-9]", "_");
        Map<OperationName, String> labels = new LinkedHashMap<>();
        List<Operation> operations = new ArrayList<>();
        for (String line : TextFile.read(file).lines().toList()) {
            JsonNode node = JSON.readTree(line);
            Operation operation = operation(name(name, node.path("operationId").asText(), labels), node);
            labels.put(operation.name(), node.path("id").asText());
            operations.add(operation);
        }
        Service service = Service.of(name, Docs.none(), operations, List.of());
        return new Corpus(Catalog.of(List.of(service)), labels);
    }

    private static OperationName name(String service, String id, Map<OperationName, String> taken) {
        List<String> path = new ArrayList<>();
        for (String part : id.split("[./]", -1)) {
            String word = part.replaceAll("[^\\p{L}\\p{Nd}_$]+", "_");
            String identifier = word.isEmpty() || Character.isDigit(word.charAt(0)) ? "_" + word : word;
            path.add(identifier.length() > 90 ? identifier.substring(0, 90) : identifier);
        }
        String last = path.get(path.size() - 1);
        int number = 1;
        while (OperationName.problem(service, path).isPresent()
                || taken.containsKey(new OperationName(service, path))) {
            path.set(path.size() - 1, last + "_" + ++number);
        }
        return new OperationName(service, path);
    }

    private static Operation operation(OperationName name, JsonNode node) {
        String summary = node.path("summary").asText();
        String description = node.path("description").asText();
        List<Schema.Property> parameters = new ArrayList<>();
        for (String kind : List.of("params", "body")) {
            for (JsonNode parameter : node.path(kind)) {
                if (parameters.stream()
                        .noneMatch(known -> known.name().equals(parameter.get(0).asText()))) {
                    parameters.add(new Schema.Property(
                            parameter.get(0).asText(),
                            Schema.string(),
                            false,
                            Docs.of(parameter.path(1).asText())));
                }
            }
        }
        List<String> resource = new ArrayList<>();
        for (String segment : node.path("path").asText().split("/", -1)) {
            if (!segment.isEmpty()) {
                resource.add(segment.contains("{") ? Operation.ANY : segment);
            }
        }
        return Operation.builder(name, effect(node.path("method").asText()))
                .docs(Docs.of(summary.isEmpty() ? description : summary + "\n" + description))
                .input(Schema.object(parameters))
                .resource(resource)
                .build();
    }

    private static Effect effect(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Effect.READ;
            case "DELETE" -> Effect.DESTRUCTIVE;
            default -> Effect.WRITE;
        };
    }
}
