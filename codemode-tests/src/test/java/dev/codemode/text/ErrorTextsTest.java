package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.tests.ErrorGolden;
import dev.codemode.tests.GoldenScript;
import dev.codemode.tests.ShopSource;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model reads when its script is wrong: each text whole, none with a trace of the host. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ErrorTextsTest {
    private CodeMode codeMode;

    @BeforeAll
    void start() {
        codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(GraalSandbox.unsafeInProcess())
                .limits(Limits.builder()
                        .maxRunTime(Duration.ofSeconds(5))
                        .maxCpuTime(Duration.ofSeconds(1))
                        .maxHostCalls(50)
                        .build())
                .build();
    }

    @AfterAll
    void stop() {
        codeMode.close();
    }

    static Stream<GoldenScript> cases() {
        return GoldenScript.in("errors");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatIsWrong(GoldenScript wrong) {
        ExecuteAnswer answer = codeMode.execute(wrong.script(), Caller.anonymous());
        assertThat(answer.failed()).isTrue();
        wrong.verify(ErrorGolden.checked(withoutPlaceOfALimit(answer)));
        assertThat(codeMode.execute("return 1 + 1;", Caller.anonymous()).text()).isEqualTo("2");
    }

    @Test
    void saysThatAScriptIsTooLarge() {
        String script = "/*" + "x".repeat(300_000) + "*/ return 1;";
        ErrorGolden.verify(
                "too-large-source", codeMode.execute(script, Caller.anonymous()).text());
    }

    /** Where a script was when a limit stopped it depends on the moment. */
    private static String withoutPlaceOfALimit(ExecuteAnswer answer) {
        return answer.status() == ExecutionStatus.STOPPED
                ? answer.text().replaceFirst("At line [0-9]+, column [0-9]+:\n.*\n +\\^\n", "")
                : answer.text();
    }

    @ParameterizedTest
    @MethodSource("secretCases")
    void keepsSecretsOfFailedHandlers(GoldenScript wrong) {
        ExecuteAnswer answer = codeMode.execute(wrong.script(), Caller.anonymous());
        wrong.verify(ErrorGolden.checked(answer.text()));
    }

    static Stream<GoldenScript> secretCases() {
        return GoldenScript.in("secrets");
    }
}
