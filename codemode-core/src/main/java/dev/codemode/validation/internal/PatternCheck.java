package dev.codemode.validation.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Matches a model's string against a schema's pattern. Invariant, held by {@code PatternCheckTest}: a match reads at
 * most {@value #MAX_STEPS} characters, so neither the pattern nor the string can hold the host's thread.
 */
final class PatternCheck {
    private static final int MAX_STEPS = 200_000;
    private static final int MAX_CACHED = 1_000;
    private static final Map<String, Optional<Pattern>> COMPILED = new ConcurrentHashMap<>();

    /** The result of a match. */
    enum Verdict {
        MATCHES,
        DIFFERS,
        TOO_COSTLY
    }

    private PatternCheck() {}

    /** Matches anywhere in the text. A pattern that the host's engine does not understand matches everything. */
    static Verdict check(String pattern, String text, Problems.Budget budget) {
        Optional<Pattern> compiled = compiled(pattern);
        if (compiled.isEmpty()) {
            return Verdict.MATCHES;
        }
        CountedText counted = new CountedText(text);
        Verdict verdict;
        try {
            verdict = compiled.get().matcher(counted).find() ? Verdict.MATCHES : Verdict.DIFFERS;
        } catch (StepsExhausted | StackOverflowError e) {
            verdict = Verdict.TOO_COSTLY;
        }
        budget.read(counted.steps);
        return verdict;
    }

    private static Optional<Pattern> compiled(String pattern) {
        Optional<Pattern> known = COMPILED.get(pattern);
        if (known != null) {
            return known;
        }
        Optional<Pattern> compiled = compile(pattern);
        if (COMPILED.size() < MAX_CACHED) {
            COMPILED.put(pattern, compiled);
        }
        return compiled;
    }

    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static final class StepsExhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StepsExhausted() {
            super("", null, false, false);
        }
    }

    /** A text that counts how often its characters are read. */
    private static final class CountedText implements CharSequence {
        private final CharSequence text;
        private int steps;

        CountedText(CharSequence text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MAX_STEPS) {
                throw new StepsExhausted();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
