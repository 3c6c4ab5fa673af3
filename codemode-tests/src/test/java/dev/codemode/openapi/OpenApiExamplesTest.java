package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.testkit.Golden;
import dev.codemode.tests.GitHubDocument;
import dev.codemode.validation.internal.SchemaValidator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The examples of GitHub's document against the schemas that were read from it: a schema that is narrower than the
 * document's refuses them. What is refused all the same contradicts the document itself, and is listed.
 */
final class OpenApiExamplesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void acceptsTheDocumentsOwnExamples() throws IOException {
        String text = GitHubDocument.text();
        JsonNode document = MAPPER.readTree(text);
        Service service =
                OpenApiSource.builder("github", text).build().load().services().get(0);
        List<String> refused = new ArrayList<>();
        int checked = 0;
        int number = 0;
        List<Operation> operations = List.copyOf(service.operations().values());
        for (JsonNode declared : declared(document)) {
            Operation operation = operations.get(number++);
            for (JsonNode example : examples(document, declared)) {
                checked++;
                new SchemaValidator(service)
                        .validate(data(operation), plain(example)).stream()
                                .limit(1)
                                .forEach(problem -> refused.add(operation.name() + ": " + problem));
            }
        }
        assertThat(checked).isGreaterThan(800);
        Golden.in("src/test/resources/golden/openapi")
                .verify("refused-examples.txt", checked + " examples, refused:\n" + String.join("\n", refused) + "\n");
    }

    /** Returns the document's operations; the source keeps their order. */
    private static List<JsonNode> declared(JsonNode document) {
        List<JsonNode> declared = new ArrayList<>();
        for (JsonNode item : document.path("paths")) {
            item.properties().stream()
                    .map(Map.Entry::getValue)
                    .filter(member -> member.has("operationId"))
                    .forEach(declared::add);
        }
        return declared;
    }

    private static List<JsonNode> examples(JsonNode document, JsonNode operation) {
        List<JsonNode> examples = new ArrayList<>();
        operation.path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .map(response -> resolved(document, response.getValue()))
                .forEach(response -> response.at("/content/application~1json/examples")
                        .forEach(example ->
                                examples.add(resolved(document, example).path("value"))));
        examples.removeIf(JsonNode::isMissingNode);
        return examples;
    }

    private static JsonNode resolved(JsonNode document, JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    private static Schema data(Operation operation) {
        boolean headers = operation.output() instanceof Schema.ObjectSchema object
                && object.properties().size() == 2
                && object.properties().get(0).name().equals("data");
        return headers
                ? ((Schema.ObjectSchema) operation.output()).properties().get(0).schema()
                : operation.output();
    }

    /** Returns the value as handlers give it. */
    private static Object plain(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            node.properties().forEach(entry -> object.put(entry.getKey(), plain(entry.getValue())));
            return object;
        }
        if (node.isArray()) {
            List<Object> array = new ArrayList<>();
            node.forEach(item -> array.add(plain(item)));
            return array;
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNull()
                ? null
                : node.isNumber() ? node.doubleValue() : node.isBoolean() ? node.booleanValue() : node.asText();
    }
}
