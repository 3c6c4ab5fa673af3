package dev.codemode.sandbox.deno;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What V8 cannot bound by itself, its process bounds. */
@RunsDeno
final class DenoLimitsTest extends DenoTest {
    private static final Execution.Completed DONE =
            new Execution.Completed("\"done\"", ConsoleOutput.empty(), List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const held = []; for (;;) held.push(new Array(1000).fill(1.5));",
                "let text = 'x'; for (;;) { text += text; /y/.test(text); }",
                "const held = []; for (;;) held.push('x'.repeat(1 << 26).replace('x', 'y'));",
                "const held = new Map(); for (let i = 0; ; i++) held.set(`${i}`, { i });",
                "let held = null; for (;;) held = { held, f: () => held };",
            })
    void stopsAHeapThatGrows(String body) throws InterruptedException {
        assertThat(run(body)).isEqualTo(new Execution.Stopped(LimitKind.MEMORY, null, ConsoleOutput.empty()));
        assertThat(run("return 'done';")).isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const held = []; for (;;) held.push(new Float64Array(1 << 24).fill(1));",
                "const held = []; for (;;) held.push(new ArrayBuffer(1 << 20)), new Uint8Array(held.at(-1)).fill(1);",
            })
    void stopsMemoryOutsideTheHeap(String body) throws InterruptedException {
        assertThat(run(body)).isEqualTo(new Execution.Stopped(LimitKind.MEMORY, null, ConsoleOutput.empty()));
        assertThat(run("return 'done';")).isEqualTo(DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const f = () => f() + 1; try { f(); } catch (e) { return e.name; }",
                "let a = []; for (let i = 0; i < 1e6; i++) a = [a];"
                        + " try { return JSON.stringify(a, (key, value) => value).length; } catch (e) { return e.name; }",
                "try { return new RegExp('('.repeat(1e6) + ')'.repeat(1e6)).source.length; }"
                        + " catch (e) { return e.name === 'SyntaxError' ? 'RangeError' : e.name; }",
                "try { return 'x'.repeat(2 ** 30); } catch (e) { return e.name; }",
                "try { return new ArrayBuffer(2 ** 53 - 1); } catch (e) { return e.name; }",
                "try { return new Float64Array(2 ** 40).length; } catch (e) { return e.name; }",
                "try { return new Float64Array(1 << 28).length; } catch (e) { return e.name; }",
                "try { return new ArrayBuffer(1, { maxByteLength: 2 ** 30 }).byteLength; } catch (e) { return e.name; }",
                "try { return new ArrayBuffer(1).transfer(2 ** 30).byteLength; } catch (e) { return e.name; }",
                "try { return new (class extends Uint8Array {})(2 ** 30).length; } catch (e) { return e.name; }",
            })
    void answersWithARangeError(String body) throws InterruptedException {
        assertThat(run(body)).isEqualTo(new Execution.Completed("\"RangeError\"", ConsoleOutput.empty(), List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "for (;;) await 0;",
                "/(a+)+$/.test('a'.repeat(50) + 'b');",
                "let n = 3n; for (;;) n *= n >> 1n;"
            })
    void stopsWhatDoesNotEnd(String body) throws InterruptedException {
        Limits limits = Limits.builder().maxRunTime(Duration.ofMillis(300)).build();

        assertThat(run(body, limits)).isEqualTo(new Execution.Stopped(LimitKind.RUN_TIME, null, ConsoleOutput.empty()));
        assertThat(run("return 'done';")).isEqualTo(DONE);
    }
}
