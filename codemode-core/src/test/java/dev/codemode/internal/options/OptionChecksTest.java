package dev.codemode.internal.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class OptionChecksTest {
    @Test
    void returnsWhatIsInRange() {
        assertThat(OptionChecks.positive("size", 1)).isEqualTo(1);
        assertThat(OptionChecks.positive("time", Duration.ofNanos(1))).isEqualTo(Duration.ofNanos(1));
        assertThat(OptionChecks.notNegative("size", 0)).isZero();
        assertThat(OptionChecks.notNegative("size", Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(OptionChecks.notNegative("time", Duration.ZERO)).isZero();
    }

    @Test
    void namesTheOptionAndTheValueThatIsNot() {
        refuses(() -> OptionChecks.positive("size", 0), "size must be at least 1, but was 0.");
        refuses(() -> OptionChecks.positive("time", Duration.ZERO), "time must be longer than zero, but was PT0S.");
        refuses(() -> OptionChecks.notNegative("size", -1), "size must not be negative, but was -1.");
        refuses(
                () -> OptionChecks.notNegative("time", Duration.ofMillis(-1)),
                "time must not be negative, but was PT-0.001S.");
    }

    private static void refuses(Runnable check, String message) {
        assertThatIllegalArgumentException().isThrownBy(check::run).withMessage(message);
    }
}
