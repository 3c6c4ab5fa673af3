package dev.codemode.internal.words;

import java.time.Duration;
import java.util.Locale;

/** Writes numbers with what they count, in English: "1 call", "2 calls", "1,200 matches", "4 MiB", "5 s". */
public final class Counted {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    private Counted() {}

    /** Returns the number and the noun, which is given in the singular. */
    public static String of(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + ending(noun));
    }

    /** Returns a size in the largest unit of MiB, KiB and bytes that divides it. */
    public static String bytes(long size) {
        if (size > 0 && size % MIB == 0) {
            return String.format(Locale.ROOT, "%,d MiB", size / MIB);
        }
        return size > 0 && size % KIB == 0 ? String.format(Locale.ROOT, "%,d KiB", size / KIB) : of(size, "byte");
    }

    /** Returns a time in seconds if they are whole, otherwise in milliseconds. */
    public static String time(Duration time) {
        long millis = time.toMillis();
        return millis % 1_000 == 0 ? millis / 1_000 + " s" : millis + " ms";
    }

    private static String ending(String noun) {
        return noun.endsWith("ch") || noun.endsWith("s") || noun.endsWith("x") ? "es" : "s";
    }
}
