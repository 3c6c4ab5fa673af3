package dev.codemode.sandbox.v8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Execution;
import dev.codemode.testkit.Golden;
import java.util.Objects;
import org.junit.jupiter.api.Test;

@RunsV8
final class GlobalsTest extends V8Test {
    private static final Golden GOLDEN = Golden.in("src/test/resources/golden");

    @Test
    void providesTheseGlobalsAndNoOthers() throws InterruptedException {
        GOLDEN.verify("globals.txt", lines("Object.getOwnPropertyNames(globalThis)"));
    }

    @Test
    void providesNoGlobalsByOtherKeys() throws InterruptedException {
        assertThat(result("return Reflect.ownKeys(globalThis).filter((key) => typeof key === 'symbol').map(String);"))
                .isEqualTo("[]");
    }

    private String lines(String names) throws InterruptedException {
        return result("return " + names + ".sort().join(' ') + ' ';")
                .replace("\"", "")
                .replace(' ', '\n');
    }

    private String result(String body) throws InterruptedException {
        return Objects.requireNonNull(((Execution.Completed) run(body)).resultJson());
    }
}
