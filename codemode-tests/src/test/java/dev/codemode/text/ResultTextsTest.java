package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.testkit.Golden;
import dev.codemode.tests.NamedScript;
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
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/results");
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

    static Stream<NamedScript> cases() {
        return Stream.of(
                new NamedScript("nothing", "const found = await orders.find({ limit: 2 });"),
                new NamedScript("nothing-but-console", "console.log(await orders.find({ limit: 1 }));"),
                new NamedScript("null", "return null;"),
                new NamedScript("hint-before-console", "orders.ship({ id: 'o1' });\nconsole.log('sent');\nreturn [1];"),
                new NamedScript("long-text", returning("'word '.repeat(2000)")),
                new NamedScript("astral-text", returning("'a' + '\\u{1f4d5}'.repeat(2000)")),
                new NamedScript(
                        "many-keys",
                        returning("Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`k${i}`, i]))")),
                new NamedScript(
                        "array-inside",
                        returning(
                                "{ page: 1, found: Array.from({ length: 300 }, (_, i) => ({ id: i, total: 1e21 })) }")),
                new NamedScript(
                        "many-cuts",
                        returning(
                                "Array.from({ length: 9 }, (_, i) => ({ id: i, 'full text': 'word '.repeat(300) }))")),
                new NamedScript("long-name", returning("{ ['n'.repeat(70)]: 'word '.repeat(300) }")),
                new NamedScript("nothing-fits", returning("{ ['n'.repeat(2000)]: 1 }")));
    }

    private static String returning(String value) {
        return "const result = " + value + ";\nreturn result;";
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatCameBack(NamedScript returned) {
        ExecuteAnswer answer = codeMode.execute(returned.script(), Caller.anonymous());
        assertThat(answer.status()).isEqualTo(ExecutionStatus.COMPLETED);
        GOLDEN.verify(returned.name() + ".txt", answer.text() + "\n");
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
