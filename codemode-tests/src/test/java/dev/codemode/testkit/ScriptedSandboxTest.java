package dev.codemode.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.tests.ShopSource;
import org.junit.jupiter.api.Test;

final class ScriptedSandboxTest {
    @Test
    void runsJavaInsteadOfTheScript() {
        ScriptedSandbox sandbox = ScriptedSandbox.returning("{\"total\":3}");
        try (CodeMode codeMode =
                CodeMode.builder().source(new ShopSource()).sandbox(sandbox).build()) {
            ExecuteAnswer answer = codeMode.execute("return whatever;", Caller.anonymous());
            assertThat(answer.text()).isEqualTo("{\"total\":3}");
            assertThat(sandbox.requests()).hasSize(1);
            assertThat(sandbox.requests().get(0).script().body()).isEqualTo("return whatever;");
        }
        assertThat(sandbox.isClosed()).isTrue();
    }
}
