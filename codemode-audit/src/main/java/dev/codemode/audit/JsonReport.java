package dev.codemode.audit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a report for programs. Holds no state. */
final class JsonReport {
    private JsonReport() {}

    static String of(AuditReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("tokenizer", "o200k_base");
        json.put("withinBudget", report.withinBudget());
        json.put("maxTokens", report.maxTokens());
        report.maxToolTokens().ifPresent(budget -> json.put("maxToolTokens", budget));
        json.put("window", report.window());
        json.set("total", source(report.total()));
        ArrayNode sources = json.putArray("sources");
        report.sources().forEach(source -> sources.add(source(source)));
        ArrayNode verdict = json.putArray("verdict");
        report.verdict().forEach(verdict::add);
        return json.toPrettyString().replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode source(SourceFootprint source) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", source.name());
        json.put("operations", source.operations());
        json.put("toolTokens", source.toolTokens());
        json.put("requiredToolTokens", source.requiredToolTokens());
        json.put("codeModeTokens", source.codeModeTokens());
        json.put("ratio", source.ratio());
        ArrayNode costliest = json.putArray("costliest");
        for (OperationCost cost : source.costliest()) {
            ObjectNode part = costliest
                    .addObject()
                    .put("name", cost.name())
                    .put("tokens", cost.tokens())
                    .put("requiredTokens", cost.requiredTokens())
                    .putObject("largestPart");
            part.put("argument", cost.largestPart().argument());
            part.put("types", cost.largestPart().types());
            part.put("tokens", cost.largestPart().tokens());
        }
        return json;
    }
}
