package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.Limits;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptRequest;
import dev.codemode.testkit.hostile.HostileCorpus;
import dev.codemode.testkit.hostile.HostileScript;
import dev.codemode.typescript.internal.check.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that are meant to keep the parser or the compiler busy: each ends, and the next script is prepared and checked. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class HostileScriptsTest {
    private static final String RIGHT = "const light: boolean = (await kinds.getSwitch({ id: 3 })).on;\nlight";
    private static final String WRONG = "const light = await kinds.getSwich({ id: 3 });\nlight";

    private Catalog catalog;
    private TypeScriptScripts scripts;

    @BeforeAll
    void start() throws InterruptedException {
        catalog = Kinds.catalog();
        scripts = scripts();
        scripts.anticipate(catalog);
        assertThat(scripts.awaitChecked(Duration.ofMinutes(2))).isTrue();
    }

    /** Returns the preparer to attack. */
    TypeScriptScripts scripts() {
        return BriefWorkers.shared();
    }

    /** A text, and what it is. */
    record Hostile(String name, String script) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                new Hostile("nested parentheses", "(".repeat(20_000) + "1" + ")".repeat(20_000)),
                new Hostile("nested arrays", "[".repeat(100_000) + "]".repeat(100_000)),
                new Hostile("unclosed brackets", "[".repeat(250_000)),
                new Hostile("nested types", "type A = " + "Array<".repeat(5_000) + "1" + ">".repeat(5_000) + "; 1"),
                new Hostile(
                        "generics", "type A<T> = T; let a: " + "A<".repeat(60_000) + "1" + ">".repeat(60_000) + "; 1"),
                new Hostile(
                        "recursive conditional type",
                        "type R<T, N extends any[] = []> = N['length'] extends 900 ? N : R<T, [...N, T]>;\n"
                                + "type P<A> = A extends [infer H, ...infer T] ? [H, ...P<T>, ...P<T>] : [];\n"
                                + "const x: P<R<1>> = 1 as any; x.length"),
                new Hostile(
                        "union of products",
                        "type D = 0|1|2|3|4|5|6|7|8|9; type S = `${D}${D}${D}${D}`; type T = `${S}${D}`;\n"
                                + "const x: T = '00000'; x"),
                new Hostile("templates", "`${".repeat(3_000) + "1" + "}`".repeat(3_000)),
                new Hostile(
                        "combining marks", "const a" + "\u0301".repeat(50_000) + " = 1; a" + "\u0301".repeat(50_000)),
                new Hostile("long line of additions", "1" + "+1".repeat(100_000)),
                new Hostile("many statements", "let a = 1;\n".repeat(1) + "a = a + 1;\n".repeat(20_000) + "a"),
                new Hostile("many fences", "```ts\n1\n```\n".repeat(10_000)),
                new Hostile("half a surrogate", "const a = '\ud800'; a"),
                new Hostile("null characters", "const a = 1;\u0000\u0000 a"),
                new Hostile("prototype", "const __proto__ = 1; ({}).__proto__.constructor.constructor('return 1')"));
    }

    /** The corpus's texts for parsers, as far as the usual limit of a script's length lets them come to one. */
    static Stream<Hostile> corpus() {
        return corpus(script -> script.variationOf().isEmpty());
    }

    static Stream<Hostile> variations() {
        return corpus(script -> script.variationOf().isPresent());
    }

    private static Stream<Hostile> corpus(Predicate<HostileScript> chosen) {
        return HostileCorpus.bundled().scripts().stream()
                .filter(chosen)
                .filter(script -> script.category().equals("source-tricks"))
                .map(script -> new Hostile(script.file(), script.code()))
                .filter(hostile ->
                        hostile.script().length() <= Limits.defaults().maxSourceBytes());
    }

    @ParameterizedTest
    @MethodSource({"hostile", "corpus"})
    void endsAndDoesNotAffectTheNextScript(Hostile hostile) throws InterruptedException {
        assertLeavesTheNextScriptAlone(hostile);
    }

    @ParameterizedTest
    @MethodSource("variations")
    @Tag("proof")
    void endsInVariationsToo(Hostile hostile) throws InterruptedException {
        assertLeavesTheNextScriptAlone(hostile);
    }

    private void assertLeavesTheNextScriptAlone(Hostile hostile) throws InterruptedException {
        assertThat(prepare(hostile.script())).isNotNull();
        assertThat(prepare(RIGHT)).isInstanceOf(PreparedScript.Ready.class);
        assertThat(scripts.awaitChecked(Duration.ofMinutes(1))).isTrue();
        assertThat(prepare(WRONG)).isInstanceOf(PreparedScript.Rejected.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "declare global { interface Array<T> { invented: string } var invented: any }\nexport {};\n[1].invented",
                "declare global { namespace kinds { function invented(): void } }\nexport {};\nkinds.invented()",
                "Array.prototype.invented = 1; globalThis.invented = 2; kinds.invented = () => 3; [1].invented",
                "namespace kinds { export function invented(): void {} }\nkinds.invented()",
                "interface Array<T> { invented: string }\nvar invented = [1].invented; invented"
            })
    void whatAScriptDeclaresIsGoneWithIt(String script) throws InterruptedException {
        awaitChecks();
        List<String> probes = List.of("await kinds.invented({})", "const all: number[] = [1]; invented");
        List<PreparedScript> before = probes.stream().map(this::prepare).toList();
        assertThat(before).hasOnlyElementsOfType(PreparedScript.Rejected.class);
        assertThat(prepare(script)).isNotNull();
        assertThat(probes.stream().map(this::prepare).toList()).isEqualTo(before);
    }

    /** A hostile script may have ended the checker, and scripts are not checked until the next one has started. */
    private void awaitChecks() throws InterruptedException {
        assertThat(scripts.awaitChecked(Duration.ofMinutes(1))).isTrue();
        for (int i = 0; i < 600 && prepare("await kinds.invented({})") instanceof PreparedScript.Ready; i++) {
            Thread.sleep(100);
        }
    }

    private PreparedScript prepare(String script) {
        return Settled.of(scripts, new ScriptRequest(script, catalog));
    }
}
