package dev.codemode.testkit.hostile;

import java.util.Objects;

/**
 * A text that a script or a model got. Immutable and thread-safe.
 *
 * @param place where it appeared
 * @param text what it said
 * @since 0.1
 */
public record GuestText(Place place, String text) {
    /** Checks that nothing is null. */
    public GuestText {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
    }

    /** Where a text appeared. */
    public enum Place {
        /** The result as JSON. */
        RESULT("the result"),
        /** The console, its messages joined. */
        CONSOLE("the console"),
        /** An error; it may quote the script. */
        ERROR("the error"),
        /** The answer to a script that returned. */
        ANSWER("the answer");

        private final String words;

        Place(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
