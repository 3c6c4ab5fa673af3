package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.testkit.Golden;
import dev.codemode.testkit.gate.ScriptCase;
import dev.codemode.testkit.gate.ScriptReport;
import dev.codemode.typescript.internal.check.CheckerLog;
import dev.codemode.typescript.internal.check.Kinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Scripts as models write them, against two documents: each right one gives a result, each wrong one is refused, nine in
 * ten before any change, with a text of at most 300 tokens that mentions what is right. The answers are golden files.
 */
@Execution(ExecutionMode.CONCURRENT)
final class CorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/corpus");
    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden/corpus");

    @Test
    void kinds() throws Exception {
        run(BriefWorkers.scripts(), "kinds", Kinds.document());
    }

    @Test
    void github() throws Exception {
        run(BriefWorkers.scripts(), "github", gitHubsDocument());
    }

    static String gitHubsDocument() throws IOException {
        return unpacked(Path.of("../codemode-openapi/src/test/resources/documents/github.json.gz"));
    }

    private static String unpacked(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static void run(TypeScriptScripts scripts, String name, String document) throws InterruptedException {
        try (CheckerLog log = new CheckerLog();
                CodeMode codeMode = CodeMode.builder()
                        .source(new SampledSource(OpenApiSource.builder(name, document)
                                .baseUrl("https://api.example.org")
                                .build()))
                        .sandbox(GraalSandbox.builder()
                                .jvmOptions(BriefWorkers.JVM_OPTIONS)
                                .build())
                        .scripts(scripts)
                        .maxResultTokens(150)
                        .build()) {
            assertThat(scripts.awaitChecked(Duration.ofMinutes(5))).isTrue();
            ScriptReport report =
                    ScriptReport.run(codeMode, Caller.anonymous(), ScriptCase.read(CORPUS.resolve(name + ".txt")));
            assertThat(report.faults()).isEmpty();
            assertThat(report.shareRejected()).isGreaterThanOrEqualTo(0.9);
            assertThat(report.answers().values())
                    .filteredOn(ExecuteAnswer::failed)
                    .allMatch(answer -> O200K.countTokens(answer.text()) <= 300);
            assertThat(log.messages()).isEmpty();
            GOLDEN.verify(name + ".txt", report.transcript());
        }
    }
}
