package dev.codemode.validation.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The problems of a value, and the budget for finding them: a script chooses the value, and unions and patterns can
 * make the cost of a check grow exponentially with it. Confined to one thread at a time.
 */
final class Problems {
    /** The maximum number of sentences about one value. */
    static final int MAX_NAMED = 5;

    private final Budget budget;
    private final int most;
    private final List<String> named = new ArrayList<>();
    private int count;

    private Problems(Budget budget, int most) {
        this.budget = budget;
        this.most = most;
    }

    /** Starts with no problem found and nothing spent. */
    static Problems none() {
        return new Problems(new Budget(), MAX_NAMED);
    }

    /** Returns a collector that only finds out whether there is a problem, on the same budget. */
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

    /** Records a problem and returns false. */
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

    /** The budget of the check of one value. */
    static final class Budget {
        /** The maximum number of checks of a part of the value against a part of the schema. */
        static final int MAX_CHECKS = 2_000_000;

        /** The maximum number of characters that patterns read. */
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
