package dev.codemode.examples.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EmbeddingMainTest {
    @Test
    void findsByMeaning() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Main.run(
                Path.of("../../codemode-gateway/sample/library.yaml"),
                List.of("novels"),
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
        List<String> lines = bytes.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.get(2)).isEqualTo("  words            []");
        assertThat(lines.get(3)).startsWith("  words, meanings  [api.books.list");
    }
}
