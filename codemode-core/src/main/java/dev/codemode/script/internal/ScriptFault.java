package dev.codemode.script.internal;

/**
 * The first place of a script where it cannot be tokens, or where a bracket has no other half.
 *
 * @param kind what is there
 * @param offset where it is
 */
public record ScriptFault(Kind kind, int offset) {
    /** What can be wrong with the characters of a script. */
    public enum Kind {
        /** A quote whose line ends before another like it comes. */
        UNCLOSED_STRING,
        /** A quote in the middle of a text in such quotes. */
        QUOTE_IN_STRING,
        /** A backslash in a string before what it does not escape. */
        ESCAPE,
        /** A backslash outside of a text. */
        BACKSLASH,
        /** A character reference of HTML. */
        ENTITY,
        /** A character that is no part of the language. */
        FOREIGN_CHARACTER,
        /** A back quote without another. */
        UNCLOSED_TEMPLATE,
        /** A comment without its end. */
        UNCLOSED_COMMENT,
        /** A bracket that is never closed. */
        UNCLOSED_BRACKET,
        /** A bracket that closes none, or one of another kind. */
        UNOPENED_BRACKET
    }
}
