package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.testkit.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Public documents, as they are. */
final class DocumentsTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/documents");
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            return files.filter(file -> file.toString().matches(".*\\.json(\\.gz)?"))
                    .map(DOCUMENTS::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path document) throws IOException {
        Path file = DOCUMENTS.resolve(document);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SourceSnapshot load(Path document) throws IOException {
        return OpenApiSource.builder("api", text(document))
                .baseUrl("https://api.example.com")
                .build()
                .load();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void losesNoOperation(Path document) throws IOException {
        int expected = 0;
        for (JsonNode item : new ObjectMapper().readTree(text(document)).path("paths")) {
            for (var entry : item.properties()) {
                expected += METHODS.contains(entry.getKey()) ? 1 : 0;
            }
        }
        SourceSnapshot snapshot = load(document);
        assertThat(snapshot.services()).hasSize(1);
        assertThat(snapshot.services().get(0).operations()).hasSize(expected);
        assertThat(snapshot.handlers()).hasSize(expected);
    }

    @Test
    void reportsWhatIsWrong() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path document : documents()) {
            for (SourceIssue issue : load(document).issues()) {
                lines.append(document).append(' ').append(issue.location()).append("\n    ");
                lines.append(issue.message()).append('\n');
            }
        }
        Golden.in("src/test/resources/golden").verify("documents.issues.txt", lines.toString());
    }
}
