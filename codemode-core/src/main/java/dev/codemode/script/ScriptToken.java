package dev.codemode.script;

/**
 * A token of JavaScript, as coarse as the shape of a script needs.
 *
 * @param kind what it is
 * @param text the token's text; empty for literals
 * @param start where it begins
 * @param end where it ends, exclusive
 * @param depth how many brackets are open around it; a bracket counts as outside of itself
 * @param startsLine whether a line break precedes it
 */
record ScriptToken(Kind kind, String text, int start, int end, int depth, boolean startsLine) {
    enum Kind {
        WORD,
        PUNCTUATOR,
        LITERAL
    }

    boolean is(String expected) {
        return text.equals(expected);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }
}
