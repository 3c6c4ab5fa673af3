package dev.codemode.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.source.InvalidSourceException;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.testkit.Golden;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContextAuditTest {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden");
    private static final List<ToolDefinition> TOOLS = List.of(
            new ToolDefinition("read-file", "Reads a file.", """
                    {"type":"object","properties":{"path":{"type":"string"},"lines":{"$ref":"#/$defs/Range"}},\
                    "required":["path"],"$defs":{"Range":{"type":"object","properties":{"from":{"type":"integer"}}}}}"""),
            new ToolDefinition("read.file", "", "{\"type\":\"object\"}"));

    private static ServiceSource library() {
        return AnnotatedServices.describing(Library.class);
    }

    private static AuditReport report() {
        return ContextAudit.builder()
                .source("library", library())
                .tools("<files>", TOOLS)
                .window(1_000)
                .run();
    }

    @Test
    void reportsTheSameInEveryFormat() {
        GOLDEN.verify("report.txt", report().toText());
        GOLDEN.verify("report.json", report().toJson());
        GOLDEN.verify("report.html", report().toHtml());
        assertThat(report().toHtml()).doesNotContain("<files>", "{{").contains("&lt;files&gt;");
    }

    @Test
    void countsTypesOnceAsIfTheToolWereWrittenWhole() {
        Service service = library().load().services().get(0);
        List<ToolDefinition> written = ToolDefinition.of(service);
        List<OperationCost> counted = Tool.of(service).stream().map(Tool::cost).toList();
        assertThat(written.get(1).inputSchemaJson()).contains("\"$defs\":{\"ShelfInput\"", "\"BookInput\"");
        for (int i = 0; i < written.size(); i++) {
            OperationCost whole = Tool.of(written.get(i)).cost();
            assertThat(counted.get(i).tokens()).isEqualTo(whole.tokens());
            assertThat(counted.get(i).requiredTokens()).isEqualTo(whole.requiredTokens());
        }
    }

    @Test
    void comparesWithTheBudgets() {
        ContextAudit.Builder audit = ContextAudit.builder().source("library", library());
        assertThat(audit.run().withinBudget()).isTrue();
        AuditReport above = audit.maxTokens(100).run();
        assertThat(above.withinBudget()).isFalse();
        assertThat(above.verdict())
                .anyMatch(line -> line.startsWith("ABOVE the budget of 100 tokens for the two tools"));
        assertThat(audit.maxTokens(1_000).maxToolTokens(10).run().withinBudget())
                .isFalse();
        assertThat(audit.maxToolTokens(100_000).run().withinBudget()).isTrue();
    }

    @Test
    void refusesWhatItCannotCount() {
        ContextAudit.Builder audit = ContextAudit.builder();
        assertThatThrownBy(audit::run).hasMessage("There is nothing to audit: add a source or the tools of a server.");
        audit.source("a", library());
        assertThatThrownBy(() -> audit.source("a", library())).hasMessage("Two sources of the audit are named 'a'.");
        assertThatThrownBy(() -> audit.maxTokens(0)).hasMessage("maxTokens must be at least 1, but was 0.");
        assertThatThrownBy(() -> audit.tools("t", List.of(new ToolDefinition("x", "", "[]")))
                        .run())
                .hasMessage("The input schema of tool 'x' is not a JSON object.");
        assertThatThrownBy(() -> ContextAudit.builder()
                        .source("s", AnnotatedServices.describing(String.class))
                        .run())
                .isInstanceOf(InvalidSourceException.class);
    }

    @Test
    void leavesTheSourceOpen() {
        List<String> closed = new ArrayList<>();
        ContextAudit.builder()
                .source("one", new ServiceSource() {
                    @Override
                    public SourceSnapshot load() {
                        return library().load();
                    }

                    @Override
                    public void onChange(Runnable listener) {}

                    @Override
                    public void close() {
                        closed.add("closed");
                    }
                })
                .run();
        assertThat(closed).isEmpty();
    }

    @Test
    void writesEveryKindOfSchema() {
        Operation operation = Operation.builder(OperationName.of("s", "every"), Effect.READ)
                .input(Schema.object(List.of(
                        property("nothing", Schema.nothing()),
                        property("flag", Schema.bool()),
                        property("number", Schema.number()),
                        property("integer", Schema.integer()),
                        property("date", Schema.string("date")),
                        property("one", Schema.constants("a", 1, true)),
                        property("many", Schema.array(Schema.string())),
                        property("pair", new Schema.TupleSchema(List.of(Schema.string(), Schema.number()))),
                        property("map", Schema.map(Schema.number())),
                        property("either", Schema.nullable(Schema.string())),
                        property("both", new Schema.IntersectionSchema(List.of(Schema.string(), Schema.unknown()))),
                        property("any", Schema.unknown()),
                        property("none", Schema.never()))))
                .build();
        Service service = Service.of("s", Docs.none(), List.of(operation), List.of());
        GOLDEN.verify("schemas.json", ToolDefinition.of(service).get(0).inputSchemaJson() + "\n");
    }

    private static Schema.Property property(String name, Schema schema) {
        return new Schema.Property(name, schema, true, Docs.of("About " + name));
    }
}
