package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.ScriptFailure;
import dev.codemode.sandbox.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reports about scripts that fail. */
abstract class FailureClaims extends SandboxClaims {
    FailureClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void reportsASyntaxErrorWithItsLine() {
        ScriptFailure failure = failure("const a = 1;\nconst b = (a;\nreturn b;");
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.SYNTAX);
        assertThat(failure.name()).isEqualTo("SyntaxError");
        assertThat(failure.position()).isEqualTo(new SourcePosition(2, 13));
    }

    @Test
    void countsColumnsOfTheFirstLineFromItsBeginning() {
        assertThat(failure("let a = ;").position()).isEqualTo(new SourcePosition(1, 9));
    }

    @Test
    void keepsPositionsInsideTheScript() {
        assertThat(failure("const a = 1;\nreturn [a").position()).isEqualTo(new SourcePosition(2, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}); books.order({}); (async function () {",
                "} books.order({}); {",
                "}, books.order({}), async function () {",
                "}, async function () {",
                "} in\nasync function () {",
                "}; books.order({}); async function a() {",
                "} }); books.order({}); ({ async m() {"
            })
    void refusesTextThatClosesItsFunction(String body) {
        assertThat(failure(run(body, call -> {
                            throw new AssertionError("A call was made.");
                        }))
                        .kind())
                .isEqualTo(ScriptFailure.Kind.SYNTAX);
    }

    @Test
    void reportsWhatWasThrown() {
        ScriptFailure failure = failure("throw new RangeError('no such shelf');");
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.THROWN);
        assertThat(failure.name() + ": " + failure.message()).isEqualTo("RangeError: no such shelf");
    }

    @Test
    void reportsWhereItWasThrown() {
        require(SandboxContract.Feature.POSITIONS);
        ScriptFailure failure = failure("await 0;\nfunction check() {\n  throw new Error('x');\n}\ncheck();");
        assertThat(failure.position()).isEqualTo(new SourcePosition(3, 9));
    }

    /** Engines throw some errors without knowing where, for example in the spread of too many arguments. */
    @ParameterizedTest
    @ValueSource(strings = {"Math.max(...new Array(3e7));", "await 0;\nMath.max.apply(null, new Array(3e7));"})
    void reportsNoPlaceRatherThanAWrongOne(String statement) {
        require(SandboxContract.Feature.POSITIONS);
        Execution execution = run("// The first line.\n" + statement);
        if (execution instanceof Execution.Failed failed && failed.failure().position() != null) {
            assertThat(failed.failure().position().line()).isGreaterThan(1);
        }
    }

    @Test
    void reportsWhereAFailedCallWasMade() {
        require(SandboxContract.Feature.POSITIONS);
        ScriptFailure failure = failure("\nawait books.find(NaN);");
        assertThat(failure.position())
                .isNotNull()
                .extracting(SourcePosition::line)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw 'torn page';",
                "throw { page: 'torn page' };",
                "throw new (class { message = 'torn page'; })();",
            })
    void showsAThrownValueThatIsNoError(String body) {
        ScriptFailure failure = failure(body);
        assertThat(failure.kind()).isEqualTo(ScriptFailure.Kind.THROWN);
        assertThat(failure.message()).contains("torn page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throw undefined;",
                "throw null;",
                "throw new Proxy({}, { get() { throw 1; }, getPrototypeOf() { throw 2; } });",
                "throw Object.defineProperty(new Error('x'), 'message', { get() { throw 1; } });",
                "throw Object.create(null);"
            })
    void survivesHostileErrors(String body) {
        assertThat(failure(body).kind()).isEqualTo(ScriptFailure.Kind.THROWN);
    }

    @Test
    void clipsLongMessages() {
        assertThat(failure("throw new Error('x'.repeat(100000));").message()).isEqualTo("x".repeat(8192));
    }

    @Test
    void reportsAPromiseThatNothingCanSettle() {
        assertThat(failure("await new Promise(() => {});").kind()).isEqualTo(ScriptFailure.Kind.NEVER_SETTLES);
    }

    @Test
    void reportsAnErrorOfATimer() {
        ScriptFailure failure =
                failure("setTimeout(() => { throw new RangeError('late'); }, 1); await new Promise(() => {});");
        assertThat(failure.name() + ": " + failure.message()).isEqualTo("RangeError: late");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null.title",
                "books = 1",
                "await import('shop')",
                "await import('/etc/passwd')",
                "eval('1')",
                "Object.defineProperty(globalThis, 'books', { value: 1 })",
                "new Array(-1)",
                "JSON.parse('{')",
                "'x'.repeat(2 ** 30)",
                "BigInt(1.5)",
                "console.log.call.call(1)",
                "setTimeout(1)",
                "for (const a of 1) {}",
                "Symbol() + ''",
                "decodeURIComponent('%')",
                "new RegExp('(')"
            })
    void namesNothingOfTheHost(String body) {
        ScriptFailure failure = failure(body);
        assertThat((failure.name() + failure.message()).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("java.", "javax", "com.", "org.", "graal", "truffle", "polyglot", "exception", ".js:");
    }
}
