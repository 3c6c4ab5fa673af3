package dev.codemode.testkit.hostile;

import java.util.Objects;

/**
 * A piece of a script that is too long to store as text. Immutable and thread-safe.
 *
 * @param marker the text that stands for it
 * @param unit the repeated text, in which <code>{i}</code> is the number of the repetition, from 0
 * @param count how often
 * @since 0.1
 */
public record Expansion(String marker, String unit, int count) {
    /** Checks that nothing is null. */
    public Expansion {
        Objects.requireNonNull(marker, "marker");
        Objects.requireNonNull(unit, "unit");
    }

    String apply(String template) {
        return template.replace(marker, repeated());
    }

    private String repeated() {
        if (!unit.contains("{i}")) {
            return unit.repeat(count);
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(unit.replace("{i}", Integer.toString(i)));
        }
        return text.toString();
    }
}
