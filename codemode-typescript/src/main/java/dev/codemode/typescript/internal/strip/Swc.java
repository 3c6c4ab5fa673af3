package dev.codemode.typescript.internal.strip;

import org.jspecify.annotations.Nullable;

/** SWC's type stripper. */
interface Swc {
    /**
     * Turns a TypeScript module into JavaScript.
     *
     * @throws SwcFailedException if the text nests too deeply, or SWC itself fails
     */
    Answer transform(String text, Mode mode) throws SwcFailedException;

    /** What SWC does with syntax that is more than a type. */
    enum Mode {
        /** Refuses it; everything that stays keeps its position. */
        STRIP_ONLY("strip-only"),

        /** Rewrites the whole text, with a source map. */
        TRANSFORM("transform");

        private final String option;

        Mode(String option) {
            this.option = option;
        }

        /** Returns SWC's name for it. */
        String option() {
            return option;
        }
    }

    /** SWC's answer. */
    sealed interface Answer {
        /**
         * JavaScript.
         *
         * @param sourceMap where it comes from, as JSON (ECMA-426); null if everything has kept its position
         */
        record Code(String text, @Nullable String sourceMap) implements Answer {}

        /**
         * A refusal.
         *
         * @param code the kind, such as {@code InvalidSyntax} or {@code UnsupportedSyntax}
         * @param line the line, from 1; zero if unknown
         * @param column the column, from 1
         */
        record Refusal(String code, String message, int line, int column) implements Answer {}
    }

    /** Thrown when SWC gave no answer. */
    final class SwcFailedException extends Exception {
        private static final long serialVersionUID = 1L;

        SwcFailedException(String message) {
            super(message);
        }

        SwcFailedException(Throwable cause) {
            super(cause);
        }
    }
}
