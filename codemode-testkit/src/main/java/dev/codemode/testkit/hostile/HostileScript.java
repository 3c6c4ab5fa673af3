package dev.codemode.testkit.hostile;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A script of the corpus, and its required outcome. Immutable and thread-safe.
 *
 * @param file its name, unique in its corpus
 * @param category the class of attack
 * @param purpose what it attempts
 * @param expected the acceptable outcomes
 * @param value what it must return if {@link Expectation#VALUE} is expected, as a plain JSON value
 * @param needs the operations that it calls
 * @param after the script that runs before it in the same sandbox, if there is one
 * @param variationOf the script of the corpus that makes the same claim, if there is one: a sandbox that holds against
 *     it will hardly fail here
 * @param limits its limits
 * @param template its text, in which markers stand for long pieces
 * @param expansions the long pieces
 * @since 0.1
 */
public record HostileScript(
        String file,
        String category,
        String purpose,
        Set<Expectation> expected,
        @Nullable Object value,
        List<String> needs,
        Optional<String> after,
        Optional<String> variationOf,
        HostileLimits limits,
        String template,
        List<Expansion> expansions) {
    /** Copies the collections. */
    public HostileScript {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(variationOf, "variationOf");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(template, "template");
        expected = Collections.unmodifiableSet(new LinkedHashSet<>(expected));
        needs = List.copyOf(needs);
        expansions = List.copyOf(expansions);
    }

    /** Returns the text to run, the body of an async function. It may be megabytes long and is built anew each time. */
    public String code() {
        String code = template;
        for (Expansion expansion : expansions) {
            code = expansion.apply(code);
        }
        return code;
    }

    /**
     * Returns whether a time or memory limit may have to end it, so that it needs something that can end a script by
     * force.
     */
    public boolean mayNeedForce() {
        return expected.contains(Expectation.TIMEOUT) || expected.contains(Expectation.MEMORY);
    }

    /** Returns this script with other limits. */
    public HostileScript withLimits(HostileLimits limits) {
        return new HostileScript(
                file, category, purpose, expected, value, needs, after, variationOf, limits, template, expansions);
    }

    /** Returns a harmless script, to run next to others or after them. */
    public static HostileScript innocent(String file, String text, HostileLimits limits) {
        return new HostileScript(
                file,
                "innocent",
                "does no harm",
                Set.of(Expectation.NO_ESCAPE),
                null,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                limits,
                text,
                List.of());
    }
}
