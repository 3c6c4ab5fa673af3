package dev.codemode.audit;

import java.util.Locale;

/** Writes numbers for people. Holds no state. */
final class Numbers {
    private static final int EXACT = 10;

    private Numbers() {}

    /** Returns a ratio with as many digits as matter: {@code 4.2}, {@code 1,838}. */
    static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < EXACT ? "%.1f" : "%,.0f", ratio);
    }

    /** Returns a number with commas between thousands. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
