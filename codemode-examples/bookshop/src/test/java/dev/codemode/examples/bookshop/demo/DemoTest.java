package dev.codemode.examples.bookshop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class DemoTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    /** The gate runs the demo itself, and looks at its screen. */
    @Test
    @Tag("proof")
    void getsWhatItExpectsAndFitsTheScreen() {
        boolean succeeded = Demo.run(out);
        String shown = bytes.toString(StandardCharsets.UTF_8);
        assertThat(succeeded).as(shown).isTrue();
        assertThat(shown.lines())
                .hasSizeLessThanOrEqualTo(190)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void failsWithAScene() {
        assertThat(Demo.run(out, List.of(new FailingScene()))).isFalse();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines("""

                        1. A scene that fails
                        ---------------------
                        FAILED: Expected a book, but found: a lamp
                        """);
    }

    private record FailingScene() implements Scene {
        @Override
        public String title() {
            return "A scene that fails";
        }

        @Override
        public void play(Stage stage) {
            stage.expect(false, "a book", "a lamp");
        }
    }
}
