package dev.codemode.script.internal;

/**
 * The first position in a script where it cannot be split into tokens, or where a bracket is unmatched.
 *
 * @param kind what is wrong there
 * @param offset where it is
 */
public record ScriptFault(Kind kind, int offset) {
    /** The possible faults in the characters of a script. */
    public enum Kind {
        /** A quote whose line ends before the closing quote. */
        UNCLOSED_STRING,
        /** A quote inside a string in the same quotes. */
        QUOTE_IN_STRING,
        /** A backslash in a string before something that it cannot escape. */
        ESCAPE,
        /** A backslash outside a string. */
        BACKSLASH,
        /** A character reference of HTML. */
        ENTITY,
        /** A character that is not part of the language. */
        FOREIGN_CHARACTER,
        /** A back quote without a closing one. */
        UNCLOSED_TEMPLATE,
        /** A comment without its end. */
        UNCLOSED_COMMENT,
        /** A bracket that is never closed. */
        UNCLOSED_BRACKET,
        /** A bracket that closes nothing, or a bracket of another kind. */
        UNOPENED_BRACKET
    }
}
