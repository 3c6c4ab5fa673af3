package dev.codemode.examples.bookshop.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same operations as one MCP tool each: the usual way, for comparison. */
final class ClassicTools {
    private ClassicTools() {}

    /** Returns the answer to {@code tools/list} as JSON: of each tool its name, description and input. */
    static String json(Catalog catalog) {
        List<Map<String, Object>> tools = catalog.operations().stream()
                .map(operation -> tool(catalog, operation))
                .toList();
        try {
            return new ObjectMapper().writeValueAsString(Map.of("tools", tools));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The tools have no JSON form: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> tool(Catalog catalog, Operation operation) {
        Map<String, Object> tool = new LinkedHashMap<>();
        tool.put("name", operation.name().toString().replace('.', '_'));
        String returns = operation.returns().isEmpty() ? "" : "\nReturns " + operation.returns();
        tool.put("description", operation.docs().text() + returns);
        tool.put("inputSchema", new JsonSchema(catalog.serviceOf(operation)).of(operation.input()));
        return tool;
    }
}
