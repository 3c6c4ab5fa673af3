package dev.codemode.audit.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.testkit.Golden;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScenarioTest {
    @Test
    void countsWholeConversations() {
        try (Sandbox sandbox = GraalSandbox.unsafeInProcess()) {
            ScenarioReport report = Scenario.play(sandbox, List.of(8, 25), List.of(1, 31));
            // What the MCP calls took differs from run to run.
            Golden.in("src/test/resources/golden")
                    .verify(
                            "scenario.json",
                            report.toJson().replaceAll("\"mcpMillis\" : [0-9.E-]+", "\"mcpMillis\" : 0"));
            assertThat(report.toText())
                    .contains("Scripted: no model took part.")
                    .contains("1,170,523");
            List<Usage> few = report.usage(8, 1);
            assertThat(few.get(2).tokens()).isGreaterThan(few.get(1).tokens());
            List<Usage> many = report.usage(25, 31);
            assertThat(many.get(0).turns()).isEqualTo(32);
            assertThat(many.get(1).turns()).isEqualTo(2);
            assertThat(many.get(2).turns()).isEqualTo(3);
            assertThat(many.get(2).tokens()).isLessThan(many.get(1).tokens());
            assertThatThrownBy(() -> report.usage(8, 2))
                    .hasMessage("There is no variant of 8 operations and 2 events.");
            assertThatThrownBy(() -> Scenario.play(sandbox, List.of(0), List.of(1)))
                    .hasMessage("There may be 1 to 1048 operations and 1 to 31 events, not [0] and [1].");
        }
    }
}
