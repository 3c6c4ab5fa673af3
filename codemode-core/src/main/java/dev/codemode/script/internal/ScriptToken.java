package dev.codemode.script.internal;

/**
 * A token of JavaScript, as coarse as the shape of a script needs.
 *
 * @param kind what it is
 * @param text the token's text; empty for literals
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param depth how many brackets are open around it; a bracket counts as outside itself
 * @param startsLine whether a line break precedes it
 */
public record ScriptToken(Kind kind, String text, int start, int end, int depth, boolean startsLine) {
    /** The kind of a token. */
    public enum Kind {
        WORD,
        PUNCTUATOR,
        LITERAL
    }

    /** Whether it is this punctuator or word. */
    public boolean is(String expected) {
        return text.equals(expected);
    }

    /** Whether it is an identifier, a keyword or a number. */
    public boolean isWord() {
        return kind == Kind.WORD;
    }
}
