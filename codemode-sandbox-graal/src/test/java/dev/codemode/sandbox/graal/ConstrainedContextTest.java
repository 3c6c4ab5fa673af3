package dev.codemode.sandbox.graal;

import static org.assertj.core.api.Assertions.assertThat;

import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.SandboxPolicy;
import org.junit.jupiter.api.Test;

/** The engine refuses a policy that its build cannot keep, so an upgrade that changes what it checks shows here. */
final class ConstrainedContextTest {
    @Test
    void theEngineStillSupportsItsOwnPolicy() {
        try (Engine engine = Engine.newBuilder("js")
                        .sandbox(SandboxPolicy.CONSTRAINED)
                        .in(java.io.InputStream.nullInputStream())
                        .out(java.io.OutputStream.nullOutputStream())
                        .err(java.io.OutputStream.nullOutputStream())
                        .option("engine.WarnInterpreterOnly", "false")
                        .build();
                Context context = Context.newBuilder("js")
                        .engine(engine)
                        .sandbox(SandboxPolicy.CONSTRAINED)
                        .allowHostAccess(HostAccess.CONSTRAINED)
                        .in(java.io.InputStream.nullInputStream())
                        .out(java.io.OutputStream.nullOutputStream())
                        .err(java.io.OutputStream.nullOutputStream())
                        .build()) {
            assertThat(context.eval("js", "typeof Java").asString()).isEqualTo("undefined");
        }
    }
}
