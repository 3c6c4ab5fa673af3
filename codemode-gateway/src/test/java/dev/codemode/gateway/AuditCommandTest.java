package dev.codemode.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AuditCommandTest {
    private static final String LIBRARY = "library=sample/library.yaml";

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private int run(String... arguments) {
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return AuditCommand.run(List.of(arguments), Map.of("LIBRARY_TOKEN", "t"), out);
    }

    private String printed() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void failsAboveABudget() {
        assertThat(run("--openapi", LIBRARY)).isZero();
        assertThat(printed()).contains("library", "Within the budget of 1,000 tokens for the two tools.");
        assertThat(run("--openapi", LIBRARY, "--max-tokens", "10")).isEqualTo(1);
        assertThat(run("--openapi", LIBRARY, "--max-tool-tokens", "10")).isEqualTo(1);
        assertThat(run("--config", "sample/gateway.yaml")).isZero();
    }

    @Test
    void writesAFileAndPrintsTheVerdict() throws IOException {
        Path page = directory.resolve("audit.html");
        assertThat(run("--openapi", LIBRARY, "--format", "html", "--out", page.toString()))
                .isZero();
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("library");
        assertThat(printed()).startsWith("A tool for each operation takes ").doesNotContain("<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--openapi",
                "--openapi library",
                "--openapi library=none.yaml",
                "--openapi library=sample/library.yaml --format xml",
                "--openapi library=sample/library.yaml --max-tokens 0",
                "--openapi library=sample/library.yaml --openapi library=sample/library.yaml",
                "--classes shop=sample",
                "--colour red",
                "scenario --format html",
                "scenario --openapi library=sample/library.yaml"
            })
    void refusesWhatItCannotAudit(String arguments) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(printed()).isEmpty();
    }
}
