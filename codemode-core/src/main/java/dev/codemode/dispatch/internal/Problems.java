package dev.codemode.dispatch.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is wrong with a value, and what finding out may cost: a script chooses the value, and unions and patterns can make
 * a check grow exponentially with it. Confined to one thread at a time.
 */
final class Problems {
    /** The most sentences about one value. */
    static final int MAX_NAMED = 5;

    private final Budget budget;
    private final int most;
    private final List<String> named = new ArrayList<>();
    private int count;

    private Problems(Budget budget, int most) {
        this.budget = budget;
        this.most = most;
    }

    /** Starts with nothing found and nothing spent. */
    static Problems none() {
        return new Problems(new Budget(), MAX_NAMED);
    }

    /** Returns what only finds out whether there is a problem, at the same expense. */
    Problems unnamed() {
        return new Problems(budget, 0);
    }

    /** Returns whether sentences are kept. */
    boolean isNamed() {
        return most > 0;
    }

    /** Returns whether a further problem would change nothing. */
    boolean full() {
        return count >= Math.max(1, most);
    }

    /** Notes a problem and returns false. */
    boolean add(Supplier<String> sentence) {
        if (count++ < most) {
            named.add(sentence.get());
        }
        return false;
    }

    List<String> named() {
        return List.copyOf(named);
    }

    Budget budget() {
        return budget;
    }

    /** What the check of one value may cost. */
    static final class Budget {
        /** The most checks of a part of the value against a part of the schema. */
        static final int MAX_CHECKS = 2_000_000;

        /** The most characters that patterns read. */
        static final int MAX_CHARACTERS = 4_000_000;

        private int checks;
        private int characters;

        void check() {
            if (++checks > MAX_CHECKS) {
                throw new SpentException();
            }
        }

        void read(int charactersRead) {
            characters += charactersRead;
            if (characters > MAX_CHARACTERS) {
                throw new SpentException();
            }
        }
    }

    /** Thrown when the budget is used up. */
    static final class SpentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SpentException() {
            super("", null, false, false);
        }
    }
}
