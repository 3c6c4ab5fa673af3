package dev.codemode.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.ConsoleOutput.Level;
import dev.codemode.sandbox.ConsoleOutput.Line;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsoleTextTest {
    @Test
    void isNotThereWithoutMessages() {
        assertThat(ConsoleText.append("1", ConsoleOutput.empty())).isEqualTo("1");
    }

    @Test
    void marksWarningsAndErrors() {
        assertThat(append(new Line(Level.LOG, "a"), new Line(Level.WARN, "b"), new Line(Level.ERROR, "c")))
                .isEqualTo("1\n\nConsole:\na\nwarn: b\nerror: c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "{\"id\":12345,\"name\":\"Emma\"},", "!?#%", "書"})
    void keepsTheBeginningOfAMessageThatIsTooLong(String part) {
        String message = part.repeat(20_000);
        String text = append(new Line(Level.LOG, "a"), new Line(Level.LOG, message), new Line(Level.LOG, "c"));
        assertThat(text).startsWith("1\n\nConsole:\na\n" + part.repeat(100)).contains(" more characters)");
        assertThat(TokenEstimate.of(text)).isBetween(1_000, 2_020);
    }

    @Test
    void countsMessagesThatAreLeftOut() {
        List<Line> lines = IntStream.range(0, 1_000)
                .mapToObj(i -> new Line(Level.LOG, "message number " + i))
                .toList();
        String text = ConsoleText.append("1", new ConsoleOutput(lines, 5));
        long shown = text.lines().filter(line -> line.startsWith("message")).count();
        assertThat(shown).isBetween(300L, 700L);
        assertThat(text).endsWith("\n(" + (1_005 - shown) + " more messages left out)");
    }

    private static String append(Line... lines) {
        return ConsoleText.append("1", new ConsoleOutput(List.of(lines), 0));
    }
}
