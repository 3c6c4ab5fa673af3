package dev.codemode.typescript.internal.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A check that is broken off, by its time or by the depth of the script, leaves nothing behind for the next of another view. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
final class BrokenOffCheckTest {
    private static final String PLACES = "(a);".repeat(40);

    /** Right, with an arrow function at whatever column the broken script had its parentheses, and a star that starts a line. */
    private static final List<String> RIGHT = List.of(
            "const ids = [1, 2].map((one) => one); return ids;",
            "const ids = [1, 2].map( (one) => one); return ids;",
            "const ids = [1, 2].map(  (one) => one); return ids;",
            "const ids = [1, 2].map(   (one) => one); return ids;",
            "const double = (n: number) => n\n* 2; return double(2);",
            "outer: for (const a of [1]) { for (;;) { break outer; } } return 1;",
            "const light: boolean = (await kinds.getSwitch({ id: 3 })).on; return light;",
            "let a; let b; [a, b] = [1, 2]; ({ a } = { a: 3 }); return a;",
            "function* g() { yield 1; } class C { x = 1; get y() { return this.x; } } return [...g(), new C().y];");

    private SlicedDeclarations guest;
    private SlicedDeclarations admin;

    @BeforeAll
    void load() {
        Catalog catalog = Kinds.catalog();
        guest = new SlicedDeclarations(
                catalog.filter(operation -> operation.name().toString().equals("kinds.getSwitch")));
        admin = new SlicedDeclarations(catalog);
        assertThat(guest.view()).isNotEqualTo(admin.view());
        for (String script : RIGHT) {
            assertThat(check(guest, script, Duration.ofMinutes(1))).isEqualTo("[]");
            assertThat(check(admin, script, Duration.ofMinutes(1))).isEqualTo("[]");
        }
    }

    /** A text that is broken off, and how. */
    record Broken(String name, String script) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Broken> broken() {
        String arrows = "async(a=".repeat(30);
        return Stream.of(
                new Broken("arrows that are parsed twice a level", PLACES + "const x=" + arrows),
                new Broken("the same in a class", PLACES + "class C { x = " + arrows),
                new Broken("the same in a label and a loop", "outer: for (;;) { " + PLACES + arrows),
                new Broken("the same in a generator", "function* g() { " + PLACES + "yield " + arrows),
                new Broken(
                        "the same in a type of a comment", "/** @type {" + "A<".repeat(600) + "*/" + PLACES + arrows),
                new Broken(
                        "the same in the type of a function", PLACES + "let x: function(" + "new:".repeat(3) + arrows),
                new Broken("deep parentheses", PLACES + "(".repeat(30_000)),
                new Broken("deep arrows", PLACES + "(a)=>".repeat(30_000)),
                new Broken("deep classes", PLACES + "class A { x = ".repeat(10_000)),
                new Broken("deep patterns", "[".repeat(20_000) + "a" + "]".repeat(20_000) + " = 1"),
                new Broken("deep conditions", PLACES + "a ? ".repeat(20_000) + "1"),
                new Broken("deep blocks", PLACES + "if (a) {".repeat(10_000) + "}".repeat(10_000)),
                new Broken("deep labels", "a: {".repeat(10_000) + "}".repeat(10_000)),
                new Broken("deep types", PLACES + "let x: " + "A<".repeat(20_000)),
                new Broken("deep types of functions", PLACES + "let x: " + "function(".repeat(20_000)),
                new Broken("deep template types", PLACES + "let x: " + "`${".repeat(10_000)));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void leavesNothingForTheNextScript(Broken broken) {
        for (String right : RIGHT) {
            check(guest, broken.script(), Duration.ofMillis(200));
            assertThat(check(admin, right, Duration.ofMinutes(1))).as(right).isEqualTo("[]");
        }
    }

    private String check(SlicedDeclarations slices, String script, Duration limit) {
        return DirectCheck.json(slices, script, limit);
    }
}
