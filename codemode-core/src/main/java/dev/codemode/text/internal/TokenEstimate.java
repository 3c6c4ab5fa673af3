package dev.codemode.text.internal;

/** Estimates how many tokens a model's tokenizer makes of a text; a test compares it with o200k_base. */
public final class TokenEstimate {
    private static final int LETTERS_PER_TOKEN = 5;
    private static final int DIGITS_PER_TOKEN = 3;
    private static final int SPACES_PER_TOKEN = 32;

    private TokenEstimate() {}

    /** Returns the estimate: one token per five letters of a word, one per three digits of a number. */
    public static int of(CharSequence text) {
        int tokens = 0;
        int i = 0;
        while (i < text.length()) {
            char first = text.charAt(i);
            int start = i;
            if (Character.isLetter(first)) {
                i = run(text, i, Kind.LETTER);
                int letters = i - start;
                tokens += first < 0x250 ? (letters + LETTERS_PER_TOKEN - 1) / LETTERS_PER_TOKEN : letters;
            } else if (Character.isDigit(first)) {
                i = run(text, i, Kind.DIGIT);
                tokens += (i - start + DIGITS_PER_TOKEN - 1) / DIGITS_PER_TOKEN;
            } else if (Character.isWhitespace(first)) {
                i = run(text, i, Kind.SPACE);
                tokens += i - start > 1 || first != ' ' ? 1 + (i - start) / SPACES_PER_TOKEN : 0;
            } else {
                i = run(text, i, Kind.SYMBOL);
                tokens += first < 0x80 ? (i - start + 2) / 3 : i - start;
            }
        }
        return tokens;
    }

    private enum Kind {
        LETTER,
        DIGIT,
        SPACE,
        SYMBOL;

        static Kind of(char c) {
            if (Character.isLetter(c)) {
                return LETTER;
            }
            if (Character.isDigit(c)) {
                return DIGIT;
            }
            return Character.isWhitespace(c) ? SPACE : SYMBOL;
        }
    }

    private static int run(CharSequence text, int start, Kind kind) {
        int end = start;
        while (end < text.length() && Kind.of(text.charAt(end)) == kind) {
            end++;
        }
        return end;
    }
}
