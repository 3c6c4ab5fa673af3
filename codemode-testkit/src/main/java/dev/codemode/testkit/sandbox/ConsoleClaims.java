package dev.codemode.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Limits;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The handling of a script's console output. */
abstract class ConsoleClaims extends SandboxClaims {
    private static final Limits SMALL = Limits.builder().maxConsoleBytes(100).build();

    ConsoleClaims(SandboxContract contract) {
        super(contract);
    }

    @Test
    void collectsMessagesInOrderWithTheirLevels() {
        String body = "console.debug('a'); console.log('b'); console.info('c'); console.warn('d'); console.error('e');";
        assertThat(run(body).console().lines())
                .containsExactly(
                        new ConsoleOutput.Line(ConsoleOutput.Level.DEBUG, "a"),
                        new ConsoleOutput.Line(ConsoleOutput.Level.LOG, "b"),
                        new ConsoleOutput.Line(ConsoleOutput.Level.INFO, "c"),
                        new ConsoleOutput.Line(ConsoleOutput.Level.WARN, "d"),
                        new ConsoleOutput.Line(ConsoleOutput.Level.ERROR, "e"));
    }

    @Test
    void writesTextAsItIsAndValuesLikeJson() {
        assertThat(texts("console.log('Emma', { price: 9.5, tags: ['x', null] }, 3, true, undefined);"))
                .containsExactly("Emma {\"price\":9.5,\"tags\":[\"x\",null]} 3 true undefined");
    }

    @Test
    void writesErrorsByNameAndMessage() {
        assertThat(texts("console.error(new TypeError('no such book'));")).containsExactly("TypeError: no such book");
    }

    @Test
    void survivesCyclesAndHostileValues() {
        assertThat(texts("const a = {}; a.a = a; console.log(a);"
                        + " console.log(new Proxy({}, { ownKeys() { throw 1; } })); console.log('on');"))
                .hasSize(3)
                .endsWith("on");
    }

    @Test
    void keepsMessagesOfAScriptThatFails() {
        assertThat(texts("console.log('before'); throw new Error('x');")).containsExactly("before");
    }

    @Test
    void dropsAndCountsMessagesOverTheLimit() {
        ConsoleOutput output = run("for (let i = 0; i < 50; i++) console.log('0123456789');", SMALL)
                .console();
        assertThat(output.lines()).hasSizeBetween(1, 10);
        assertThat(output.lines().size() + output.droppedMessages()).isEqualTo(50);
    }

    @Test
    void countsBytesAndNotCharacters() {
        ConsoleOutput output = run("console.log('é'.repeat(60));", SMALL).console();
        assertThat(output).isEqualTo(new ConsoleOutput(List.of(), 1));
    }

    private List<String> texts(String body) {
        return run(body).console().lines().stream()
                .map(ConsoleOutput.Line::text)
                .toList();
    }
}
