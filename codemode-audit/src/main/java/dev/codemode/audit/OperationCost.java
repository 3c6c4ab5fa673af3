package dev.codemode.audit;

import java.util.Locale;
import java.util.Objects;

/**
 * The cost of one operation as a separate tool. Immutable and thread-safe.
 *
 * @param name the operation's name
 * @param tokens the tokens of name, description and full input schema
 * @param requiredTokens the same with only required arguments and properties
 * @param largestPart the part that takes the most
 * @since 0.1
 */
public record OperationCost(String name, int tokens, int requiredTokens, Part largestPart) {
    /** Checks that nothing is null. */
    public OperationCost {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(largestPart, "largestPart");
    }

    /**
     * A part of a tool's JSON.
     *
     * @param argument the argument that it describes; {@link #DESCRIPTION} for the tool's description
     * @param types how many named types the argument needs
     * @param tokens the tokens of the part, with those types
     * @since 0.1
     */
    public record Part(String argument, int types, int tokens) {
        /** The value of {@link #argument} for the description of the tool itself. */
        public static final String DESCRIPTION = "";

        /** Checks that nothing is null. */
        public Part {
            Objects.requireNonNull(argument, "argument");
        }

        /** Returns a description of the part: {@code body and 12 types: 3,400 tokens}. */
        @Override
        public String toString() {
            String what = argument.equals(DESCRIPTION) ? "description" : argument;
            String needs = types == 0 ? "" : types == 1 ? " and 1 type" : " and " + types + " types";
            return String.format(Locale.ROOT, "%s%s: %,d tokens", what, needs, tokens);
        }
    }
}
