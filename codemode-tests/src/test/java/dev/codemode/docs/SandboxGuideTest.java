package dev.codemode.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The guide for authors shows files that compile and that other tests run. */
final class SandboxGuideTest {
    private static final Path GUIDE = Path.of("../docs/sandbox-spi.md");
    private static final Path EXAMPLES = Path.of("src/test/java/dev/codemode/tests/example");

    @ParameterizedTest
    @ValueSource(strings = {"ThreadSandbox", "MinimalRealm", "MinimalWorker"})
    void showsTheExampleAsItIs(String type) throws IOException {
        String source = Files.readString(EXAMPLES.resolve(type + ".java"));
        String shown = source.substring(source.lastIndexOf("\nimport "))
                .replaceFirst("\nimport .*;\n", "")
                .strip();
        assertThat(Files.readString(GUIDE)).contains("```java\n" + shown + "\n```");
    }
}
