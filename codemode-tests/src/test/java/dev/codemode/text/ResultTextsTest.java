package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.tests.GoldenScript;
import dev.codemode.tests.ShopSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a model reads of a script that returned: the result, what was cut of it, hints and the console. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResultTextsTest {
    private static final Pattern NEXT = Pattern.compile("for what follows: `(.*)`\\.\n");

    private CodeMode codeMode;

    @BeforeAll
    void start() {
        codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(GraalSandbox.unsafeInProcess())
                .maxResultTokens(80)
                .build();
    }

    @AfterAll
    void stop() {
        codeMode.close();
    }

    static Stream<GoldenScript> cases() {
        return GoldenScript.in("results");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatCameBack(GoldenScript returned) {
        ExecuteAnswer answer = codeMode.execute(returned.script(), Caller.anonymous());
        assertThat(answer.status()).isEqualTo(ExecutionStatus.COMPLETED);
        returned.verify(answer.text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Array.from({ length: 3000 }, (_, i) => i)                | [...shown, ...next].every((n, i) => n === i)
                    { all: [Array.from({ length: 3000 }, (_, i) => i)] }     | [...shown.all[0], ...next].every((n, i) => n === i)
                    Array.from({ length: 4000 }, (_, i) => i).join(' ')      | result.startsWith(shown.slice(0, -1) + next)
                    [{ 'a b': Array(999).fill('word').join(' ') }]           | result[0]['a b'].startsWith(shown[0]['a b'].slice(0, -1) + next)
                    Object.fromEntries(Array(500).fill(0).map((n, i) => ['k' + i, i])) | Object.values({ ...shown, ...next }).every((n, i) => n === i)
                    """)
    void namesTheExpressionThatReturnsWhatFollows(String value, String fits) {
        String script = "const result = " + value + ";\n";
        String text =
                codeMode.execute(script + "return result;", Caller.anonymous()).text();
        Matcher next = NEXT.matcher(text);
        assertThat(next.find()).as(text).isTrue();
        String check =
                script + "const shown = JSON.parse(String.raw`" + text.substring(next.end()) + "`);\n" + "const next = "
                        + next.group(1) + ";\nreturn (next.length ?? Object.keys(next).length) > 0 && " + fits + ";";
        assertThat(codeMode.execute(check, Caller.anonymous()).text()).isEqualTo("true");
    }
}
