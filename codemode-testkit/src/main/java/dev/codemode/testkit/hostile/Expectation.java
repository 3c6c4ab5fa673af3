package dev.codemode.testkit.hostile;

import java.util.Locale;

/**
 * An acceptable outcome of a hostile script, named by the word that its manifest uses.
 *
 * @since 0.1
 */
public enum Expectation {
    /** It returns the manifest's value. */
    VALUE,
    /** It fails, or a limit other than time and memory stops it. */
    ERROR,
    /** The time limit stops it. */
    TIMEOUT,
    /** The memory limit stops it. */
    MEMORY,
    /** Any end within its time. */
    NO_ESCAPE;

    /** Returns the word: {@code no-escape}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
