package dev.codemode.validation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

final class PatternCheckTest {
    @Test
    void matchesAnywhereInTheText() {
        assertThat(check("[0-9]{3}", "ab123")).isEqualTo(PatternCheck.Verdict.MATCHES);
    }

    @Test
    void refusesWhatDoesNotMatch() {
        assertThat(check("^[0-9]+$", "ab123")).isEqualTo(PatternCheck.Verdict.DIFFERS);
    }

    @Test
    void givesUpOnCatastrophicBacktracking() {
        assertThat(check("^((a|aa)+)\\1c$", "a".repeat(60))).isEqualTo(PatternCheck.Verdict.TOO_COSTLY);
    }

    @Test
    void givesUpOnDeepRecursion() {
        assertThat(check("^(a|b)*$", "ab".repeat(100_000) + "c")).isEqualTo(PatternCheck.Verdict.TOO_COSTLY);
    }

    @Test
    void acceptsEverythingForAPatternItDoesNotUnderstand() {
        assertThat(check("[", "anything")).isEqualTo(PatternCheck.Verdict.MATCHES);
    }

    @Test
    void countsWhatAllMatchesOfOneCheckRead() {
        Problems.Budget budget = new Problems.Budget();
        assertThatExceptionOfType(Problems.SpentException.class).isThrownBy(() -> {
            for (int i = 0; i < 1_000; i++) {
                PatternCheck.check("^((a|aa)+)\\1c$", "a".repeat(18), budget);
            }
        });
    }

    private static PatternCheck.Verdict check(String pattern, String text) {
        return PatternCheck.check(pattern, text, new Problems.Budget());
    }
}
