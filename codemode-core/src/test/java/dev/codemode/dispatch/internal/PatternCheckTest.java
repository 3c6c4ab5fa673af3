package dev.codemode.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PatternCheckTest {
    @Test
    void matchesAnywhereInTheText() {
        assertThat(PatternCheck.check("[0-9]{3}", "ab123")).isEqualTo(PatternCheck.Verdict.MATCHES);
    }

    @Test
    void refusesWhatDoesNotMatch() {
        assertThat(PatternCheck.check("^[0-9]+$", "ab123")).isEqualTo(PatternCheck.Verdict.DIFFERS);
    }

    @Test
    void givesUpOnCatastrophicBacktracking() {
        assertThat(PatternCheck.check("^((a|aa)+)\\1c$", "a".repeat(60))).isEqualTo(PatternCheck.Verdict.TOO_COSTLY);
    }

    @Test
    void givesUpOnDeepRecursion() {
        assertThat(PatternCheck.check("^(a|b)*$", "ab".repeat(100_000) + "c"))
                .isEqualTo(PatternCheck.Verdict.TOO_COSTLY);
    }

    @Test
    void acceptsEverythingForAPatternItDoesNotUnderstand() {
        assertThat(PatternCheck.check("[", "anything")).isEqualTo(PatternCheck.Verdict.MATCHES);
    }
}
