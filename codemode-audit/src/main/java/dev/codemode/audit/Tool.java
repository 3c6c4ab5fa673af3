package dev.codemode.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.jsonschema.internal.schema.SchemaWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One tool, to be counted both with all its arguments and with only the required ones. Confined to one thread at a
 * time.
 *
 * @param name the operation's own name
 * @param toolName the tool's name, without dots
 * @param description the description of the tool
 * @param input the schema of the arguments, without shared definitions
 * @param definitions the definitions that the input refers to
 * @param required the definitions that the input refers to, without optional properties
 */
record Tool(
        String name,
        String toolName,
        String description,
        ObjectNode input,
        Definitions definitions,
        Definitions required) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** Returns the operations of a service as one tool each. Types are in {@code $defs}, once per tool. */
    static List<Tool> of(Service service) {
        SchemaWriter schemas = new SchemaWriter();
        ObjectNode types = JsonNodeFactory.instance.objectNode();
        service.types().forEach((name, type) -> types.set(name, schemas.of(type.schema(), type.docs())));
        Definitions definitions = new Definitions(types);
        Definitions required = definitions.requiredOnly();
        List<Tool> tools = new ArrayList<>();
        for (Operation operation : service.operations().values()) {
            String returns = operation.returns().isEmpty() ? "" : "\nReturns " + operation.returns();
            String description = operation.docs().text() + returns;
            tools.add(new Tool(
                    operation.name().toString(),
                    operation.name().toString().replace('.', '_'),
                    description,
                    service.resolve(operation.input()).match(schemas),
                    definitions,
                    required));
        }
        return tools;
    }

    /**
     * Returns a tool of a server.
     *
     * @throws IllegalArgumentException if its input schema is not a JSON object
     */
    static Tool of(ToolDefinition tool) {
        try {
            if (MAPPER.readTree(tool.inputSchemaJson()) instanceof ObjectNode input) {
                Definitions none = new Definitions(input.objectNode());
                return new Tool(tool.name(), tool.name(), tool.description(), input, none, none);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The input schema of tool '" + tool.name() + "' is not JSON.", e);
        }
        throw new IllegalArgumentException("The input schema of tool '" + tool.name() + "' is not a JSON object.");
    }

    /** Returns the tool as a server would list it. */
    ToolDefinition definition() {
        ObjectNode schema = input.deepCopy();
        Set<String> types = definitions.reachableFrom(input);
        if (!types.isEmpty()) {
            schema.set("$defs", definitions.only(types));
        }
        return new ToolDefinition(toolName, description, schema.toString());
    }

    /** Counts the tool, and what could be left out of it. */
    OperationCost cost() {
        return new OperationCost(name, tokens(), tokens(RequiredOnly.of(input), required), largestPart());
    }

    /** Counts the tool with its full input schema. */
    int tokens() {
        return tokens(input, definitions);
    }

    private int tokens(ObjectNode schema, Definitions types) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("name", toolName);
        if (!description.isEmpty()) {
            json.put("description", description);
        }
        json.set("inputSchema", schema);
        String text = json.toString();
        List<String> names = List.copyOf(types.reachableFrom(schema));
        if (names.isEmpty()) {
            return Tokens.of(text);
        }
        int tokens = Tokens.of(text.substring(0, text.length() - 2) + (schema.isEmpty() ? "" : ",") + "\"$defs\":{\"");
        for (int i = 0; i < names.size(); i++) {
            tokens += types.tokens(names.get(i), i < names.size() - 1 ? ",\"" : "}}}");
        }
        return tokens;
    }

    private OperationCost.Part largestPart() {
        List<OperationCost.Part> parts = new ArrayList<>();
        parts.add(new OperationCost.Part(OperationCost.Part.DESCRIPTION, 0, Tokens.of(description)));
        for (Map.Entry<String, JsonNode> argument : input.path("properties").properties()) {
            Set<String> types = definitions.reachableFrom(argument.getValue());
            int tokens = Tokens.of(argument.getValue().toString());
            for (String type : types) {
                tokens += definitions.tokens(type, ",\"");
            }
            parts.add(new OperationCost.Part(argument.getKey(), types.size(), tokens));
        }
        for (String keyword : Definitions.KEYWORDS) {
            if (input.has(keyword)) {
                parts.add(new OperationCost.Part(
                        keyword,
                        input.path(keyword).size(),
                        Tokens.of(input.path(keyword).toString())));
            }
        }
        return parts.stream()
                .max(Comparator.comparingInt(OperationCost.Part::tokens))
                .orElseThrow();
    }
}
