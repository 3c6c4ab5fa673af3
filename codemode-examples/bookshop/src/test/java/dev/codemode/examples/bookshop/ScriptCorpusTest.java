package dev.codemode.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.testkit.Golden;
import dev.codemode.testkit.ScriptCase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scripts as models write them, against the shop: the right ones run, the wrong ones are refused before any call. */
final class ScriptCorpusTest {
    private static final Path CORPUS = Path.of("../../codemode-typescript/src/test/resources/corpus/bookshop.txt");
    private static final Golden GOLDEN = Golden.in("../../codemode-typescript/src/test/resources/golden/corpus");

    @Test
    void rightScriptsRunAndWrongOnesDoNot() throws InterruptedException {
        try (Bookshop bookshop = Bookshop.open()) {
            assertThat(bookshop.scripts().awaitChecked(Duration.ofMinutes(2))).isTrue();
            StringBuilder answers = new StringBuilder();
            List<String> faults = new ArrayList<>();
            int wrong = 0;
            int early = 0;
            for (ScriptCase script : ScriptCase.read(CORPUS)) {
                ExecuteAnswer answer = bookshop.codeMode().execute(script.script(), Caller.anonymous());
                answers.append("=== ").append(script.name()).append('\n');
                answers.append(answer.text()).append('\n');
                if (script.isRight() == answer.failed() || !answer.text().contains(script.mistake())) {
                    faults.add(script.name() + ":\n" + answer.text());
                }
                wrong += script.isRight() ? 0 : 1;
                early += script.isRight() || !answer.calls().isEmpty() ? 0 : 1;
            }
            assertThat(faults).isEmpty();
            assertThat((double) early / wrong).isGreaterThanOrEqualTo(0.9);
            GOLDEN.verify("bookshop.txt", answers.toString());
        }
    }
}
