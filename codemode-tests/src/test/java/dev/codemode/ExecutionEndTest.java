package dev.codemode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.execution.ExecutionStatus;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every execution ends by its limit and a second, whatever its script and the host's own handlers do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExecutionEndTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private final CountDownLatch never = new CountDownLatch(1);
    private CodeMode codeMode;

    @BeforeAll
    void start() {
        codeMode = CodeMode.builder()
                .source(AnnotatedServices.of(new Shop()))
                .sandbox(GraalSandbox.create())
                .limits(Limits.builder().maxRunTime(LIMIT).build())
                .build();
        assertThat(codeMode.execute("return await shop.count();", Caller.anonymous())
                        .text())
                .isEqualTo("1");
    }

    @AfterAll
    void stop() {
        never.countDown();
        codeMode.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return await shop.find();",
                "return await shop.order();",
                "shop.order(); return 1;",
                "shop.order(); while (true) {}",
                "await Promise.all(Array.from({ length: 300 }, () => shop.order()));",
                "for (;;) await shop.count();",
                "for (;;) try { await shop.order(); } catch {}",
                "shop.find(); Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);"
            })
    void endsByItsLimitAndASecond(String script) {
        awaitWorker();
        long start = System.nanoTime();
        ExecuteAnswer answer = codeMode.execute(script, Caller.anonymous());
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        assertThat(answer.status()).isEqualTo(ExecutionStatus.STOPPED);
        assertThat(duration).isLessThan(LIMIT.plusSeconds(1));
    }

    /** The last script took its worker with it, and the start of another is not the next one's time. */
    private void awaitWorker() {
        ExecuteAnswer answer;
        do {
            answer = codeMode.execute("return 1;", Caller.anonymous());
        } while (answer.status() == ExecutionStatus.BUSY);
        assertThat(answer.text()).isEqualTo("1");
    }

    @Test
    void saysWhichCallsTookEffectBeforeTheTimeWasUp() {
        awaitWorker();
        assertThat(codeMode.execute("await shop.pay(); await shop.order();", Caller.anonymous())
                        .text())
                .contains("""
                        Changes so far, in order; do not repeat what succeeded:
                          1. shop.pay (write) succeeded
                          2. shop.order (write) was cut off; find out whether it took effect before you repeat it""");
    }

    /** A shop with a clerk who answers nobody. */
    @CodeModeService(name = "shop")
    public final class Shop {
        /** Counts at once. */
        @CodeModeOperation(effect = Effect.READ)
        public int count() {
            return 1;
        }

        /** Pays at once. */
        @CodeModeOperation(effect = Effect.WRITE)
        public int pay() {
            return 1;
        }

        /** Waits until it is interrupted. */
        @CodeModeOperation(effect = Effect.READ)
        public int find() throws InterruptedException {
            never.await();
            return 1;
        }

        /** Waits, and does not care for interrupts. */
        @CodeModeOperation(effect = Effect.WRITE)
        public int order() {
            while (true) {
                try {
                    never.await();
                    return 1;
                } catch (InterruptedException e) {
                    // It waits on.
                }
            }
        }
    }
}
