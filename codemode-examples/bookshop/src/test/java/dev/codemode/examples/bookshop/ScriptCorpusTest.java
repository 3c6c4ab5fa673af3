package dev.codemode.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.testkit.Golden;
import dev.codemode.testkit.gate.ScriptCase;
import dev.codemode.testkit.gate.ScriptReport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Scripts as models write them, against the shop: the right ones run, the wrong ones are rejected before they change anything. */
final class ScriptCorpusTest {
    private static final Path CORPUS = Path.of("../../codemode-typescript/src/test/resources/corpus/bookshop.txt");
    private static final Golden GOLDEN = Golden.in("../../codemode-typescript/src/test/resources/golden/corpus");

    @Test
    void rightScriptsRunAndWrongOnesDoNot() throws InterruptedException {
        try (Bookshop bookshop = Bookshop.open()) {
            assertThat(bookshop.scripts().awaitChecked(Duration.ofMinutes(2))).isTrue();
            ScriptReport report = ScriptReport.run(bookshop.codeMode(), Caller.anonymous(), ScriptCase.read(CORPUS));
            assertThat(report.faults()).isEmpty();
            assertThat(report.shareRejected()).isGreaterThanOrEqualTo(0.9);
            GOLDEN.verify("bookshop.txt", report.transcript());
        }
    }
}
