package dev.codemode.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class SourceGuideTest {
    @Test
    void quotesTheCodeAsItIs() throws IOException {
        String source = Files.readString(Path.of("src/main/java/dev/codemode/examples/jdbc/SqlSource.java"));
        String quoted = source.substring(source.indexOf("// snippet: load\n") + 17, source.indexOf("    // end\n"))
                .stripTrailing()
                .stripIndent()
                .strip();
        assertThat(Files.readString(Path.of("../../docs/source-spi.md"))).contains("```java\n" + quoted + "\n```");
    }
}
