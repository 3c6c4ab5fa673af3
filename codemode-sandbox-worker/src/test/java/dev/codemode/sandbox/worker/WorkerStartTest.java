package dev.codemode.sandbox.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class WorkerStartTest {
    @Test
    void readsWhatItWrites() {
        WorkerStart plain = new WorkerStart(1 << 20, null, false);
        WorkerStart training = new WorkerStart(1 << 20, Path.of("/cache/a b"), true);

        assertThat(WorkerStart.of(plain.arguments().toArray(String[]::new))).isEqualTo(plain);
        assertThat(WorkerStart.of(training.arguments().toArray(String[]::new))).isEqualTo(training);
    }

    @Test
    void refusesToBeStartedByHand() {
        assertThatThrownBy(() -> WorkerStart.of(new String[] {"help"}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A worker is started by a sandbox, not by hand: 'memory=' is missing in [help].");
    }
}
