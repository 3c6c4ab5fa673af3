package dev.codemode.sandbox.deno;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.testkit.Golden;
import org.junit.jupiter.api.Test;

@RunsDeno
final class GlobalsTest extends DenoTest {
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
}
