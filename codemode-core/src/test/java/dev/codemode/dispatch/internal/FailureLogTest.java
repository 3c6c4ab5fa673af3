package dev.codemode.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FailureLogTest {
    private final Logger logger = Logger.getLogger("dev.codemode.dispatch");
    private final List<LogRecord> records = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void stop() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    private long traces() {
        return records.stream().filter(entry -> entry.getThrown() != null).count();
    }

    @Test
    void tracesEachOperationAndClassOfFailureOnce() {
        FailureLog log = new FailureLog();
        for (int i = 0; i < 100; i++) {
            log.failed("orders.find", "r" + i, new IllegalStateException("no rows " + i));
            log.failed("orders.find", "s" + i, new IllegalArgumentException("bogus"));
            log.failed("orders.ship", "t" + i, new IllegalStateException("no rows " + i));
        }
        assertThat(records).hasSize(300);
        assertThat(traces()).isEqualTo(3);
        assertThat(records.get(0).getMessage())
                .isEqualTo("Operation orders.find failed; the script was given reference r0");
    }

    @Test
    void writesABoundedLineForEachFurtherFailure() {
        FailureLog log = new FailureLog();
        log.failed("orders.find", "r1", new IllegalStateException("first"));
        log.failed(
                "orders.find", "r2", new IllegalStateException("a\nforged \u001b[31mline {0} " + "x".repeat(10_000)));
        LogRecord further = records.get(1);
        assertThat(further.getThrown()).isNull();
        assertThat(further.getParameters())
                .containsExactly(
                        "Operation orders.find failed; the script was given reference r2",
                        ("java.lang.IllegalStateException: a forged \uFFFD[31mline {0} " + "x".repeat(10_000))
                                        .substring(0, 200)
                                + "…");
    }

    @Test
    void boundsTheTracesOfManyOperations() {
        FailureLog log = new FailureLog();
        for (int i = 0; i < 1_000; i++) {
            log.failed("orders.op" + i, "r" + i, new IllegalStateException());
        }
        assertThat(traces()).isEqualTo(FailureLog.MAX_TRACES);
    }

    @Test
    void startsAgainWithEachExecution() {
        new FailureLog().failed("orders.find", "r1", new IllegalStateException());
        new FailureLog().failed("orders.find", "r2", new IllegalStateException());
        assertThat(traces()).isEqualTo(2);
    }
}
