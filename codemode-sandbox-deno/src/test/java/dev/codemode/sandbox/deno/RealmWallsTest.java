package dev.codemode.sandbox.deno;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of the process around a script's realm can be reached from it. */
@RunsDeno
final class RealmWallsTest extends DenoTest {
    private static final Limits MUCH = Limits.builder()
            .maxHostCalls(20_000)
            .maxConcurrentHostCalls(10_000)
            .maxConsoleBytes(1 << 24)
            .build();

    @Test
    void containsNothingOfAnotherRealm() throws Exception {
        assertThat(result(text("walk.js"))).isEqualTo("{\"found\":[],\"enough\":true}");
    }

    @Test
    void throwsItsOwnErrorsWhereTheStackEnds() throws Exception {
        Execution execution = run(text("overflow.js"), MUCH);

        assertThat(execution).isInstanceOf(Execution.Completed.class);
        assertThat(((Execution.Completed) execution).resultJson()).isEqualTo("[]");
    }

    @Test
    void looksAtNoPromiseThatAScriptLeavesBehind() throws Exception {
        assertThat(result(text("rejections.js"))).isEqualTo("[]");
    }

    @Test
    void showsNoFilesInStacks() throws InterruptedException {
        assertThat(result("const f = () => new Error('a').stack; return [1].map(f)[0];"))
                .isEqualTo("\"Error: a\\n    at f (script.js:1:48)\\n    at Array.map (<anonymous>)"
                        + "\\n    at script.js:1:81\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return Function('return 1')();",
                "return (0, eval)('1');",
                "return (async () => {}).constructor('return 1')();",
                "return new (function* () {}).constructor('yield 1')().next();",
                "return setTimeout('1', 0);",
            })
    void evaluatesNoText(String body) throws InterruptedException {
        assertThat(run(body)).isInstanceOf(Execution.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globalThis.left = 1; Object.prototype.left = 1; Array.prototype[Symbol.iterator] = () => { throw 1; };"
                        + " Promise.prototype.then = () => { throw 1; }; return 1;",
                "Symbol.for('left').description; String.prototype.split = () => 1; return 1;",
            })
    void leavesNothingForTheNextScript(String body) throws InterruptedException {
        run(body);

        assertThat(result("return [typeof left, ({}).left === undefined, [...'ab'].length, await (async () => 1)(),"
                        + " 'a b'.split(' ').length];"))
                .isEqualTo("[\"undefined\",true,2,1,2]");
    }

    @Test
    void stopsAtALimitThatItSeesItself() throws InterruptedException {
        Limits limits = Limits.builder().maxHostCalls(1).build();

        assertThat(run("await books.find(); await books.find();", limits))
                .isEqualTo(new Execution.Stopped(LimitKind.HOST_CALLS, null, ConsoleOutput.empty()));
        assertThat(run("return 1;")).isEqualTo(new Execution.Completed("1", ConsoleOutput.empty(), List.of()));
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of("src/test/resources/realm", file));
    }
}
