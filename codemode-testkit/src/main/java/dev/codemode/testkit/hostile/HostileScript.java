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
 * @param attack what it attempts
 * @param required the outcome that it must have
 * @param needs the operations that it calls
 * @param after the script that runs before it in the same sandbox, if there is one
 * @param limits its limits
 * @param text its text
 * @since 0.1
 */
public record HostileScript(
        String file,
        Attack attack,
        Required required,
        List<String> needs,
        Optional<String> after,
        HostileLimits limits,
        Text text) {
    /** Copies the operations. */
    public HostileScript {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(attack, "attack");
        Objects.requireNonNull(required, "required");
        Objects.requireNonNull(after, "after");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(text, "text");
        needs = List.copyOf(needs);
    }

    /**
     * What a script attempts.
     *
     * @param category the class of attack
     * @param purpose what it attempts, in words
     * @param variationOf the script of the corpus that makes the same claim, if there is one: a sandbox that holds
     *     against it will hardly fail here
     * @since 0.1
     */
    public record Attack(String category, String purpose, Optional<String> variationOf) {
        /** Checks that nothing is null. */
        public Attack {
            Objects.requireNonNull(category, "category");
            Objects.requireNonNull(purpose, "purpose");
            Objects.requireNonNull(variationOf, "variationOf");
        }
    }

    /**
     * The outcome that a script must have.
     *
     * @param expected the acceptable outcomes
     * @param value what it must return if {@link Expectation#VALUE} is expected, as a plain JSON value
     * @since 0.1
     */
    public record Required(
            Set<Expectation> expected, @Nullable Object value) {
        /** Copies the outcomes and keeps their order. */
        public Required {
            expected = Collections.unmodifiableSet(new LinkedHashSet<>(expected));
        }
    }

    /**
     * The text of a script.
     *
     * @param template the text, in which markers stand for long pieces
     * @param expansions the long pieces
     * @since 0.1
     */
    public record Text(String template, List<Expansion> expansions) {
        /** Copies the pieces. */
        public Text {
            Objects.requireNonNull(template, "template");
            expansions = List.copyOf(expansions);
        }
    }

    /** Returns the class of attack. */
    public String category() {
        return attack.category();
    }

    /** Returns the script of the corpus that makes the same claim, if there is one. */
    public Optional<String> variationOf() {
        return attack.variationOf();
    }

    /** Returns the acceptable outcomes. */
    public Set<Expectation> expected() {
        return required.expected();
    }

    /** Returns the text to run, the body of an async function. It may be megabytes long and is built anew each time. */
    public String code() {
        String code = text.template();
        for (Expansion expansion : text.expansions()) {
            code = expansion.apply(code);
        }
        return code;
    }

    /**
     * Returns whether a time or memory limit may have to end it, so that it needs something that can end a script by
     * force.
     */
    public boolean mayNeedForce() {
        return expected().contains(Expectation.TIMEOUT) || expected().contains(Expectation.MEMORY);
    }

    /** Returns this script with other limits. */
    public HostileScript withLimits(HostileLimits limits) {
        return new HostileScript(file, attack, required, needs, after, limits, text);
    }

    /** Returns a harmless script, to run next to others or after them. */
    public static HostileScript innocent(String file, String text, HostileLimits limits) {
        return new HostileScript(
                file,
                new Attack("innocent", "does no harm", Optional.empty()),
                new Required(Set.of(Expectation.NO_ESCAPE), null),
                List.of(),
                Optional.empty(),
                limits,
                new Text(text, List.of()));
    }
}
