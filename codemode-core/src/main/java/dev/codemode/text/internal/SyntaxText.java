package dev.codemode.text.internal;

import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.internal.Lines;
import dev.codemode.script.internal.ScriptFault;
import dev.codemode.script.internal.ScriptScanner;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The text about a script that does not parse. A parser reports where it could not go on, which may be lines after the
 * fault; if the characters alone reveal the fault, that is reported instead.
 *
 * @param message what is wrong, after the words {@code SyntaxError}
 * @param position the position in the model's own text; null if it is not known
 * @param advice further help, or an empty text
 */
record SyntaxText(String message, @Nullable SourcePosition position, String advice) {
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
    private static final String QUOTES =
            "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u00ab\u00bb\u00b4";

    /** Returns the text about a script that a parser refused with a message and a position. */
    static SyntaxText of(String script, String message, @Nullable SourcePosition position) {
        ScriptFault fault = ScriptScanner.fault(script).orElse(null);
        SourcePosition place = fault == null ? null : Lines.position(script, fault.offset());
        if (fault == null || place == null || (position != null && isBefore(position, place, fault.kind()))) {
            return new SyntaxText(message, position, Advice.aboutSyntax(script, position));
        }
        return fault.kind() == ScriptFault.Kind.UNCLOSED_BRACKET
                ? new SyntaxText(message, position, unclosed(script, fault.offset(), place))
                : of(words(script, fault), place);
    }

    private static SyntaxText of(String words, SourcePosition place) {
        int end = words.indexOf(". ");
        return end < 0
                ? new SyntaxText(words, place, "")
                : new SyntaxText(words.substring(0, end + 1), place, words.substring(end + 2));
    }

    /** Whether the parser stopped earlier, and so at something else. */
    private static boolean isBefore(SourcePosition position, SourcePosition fault, ScriptFault.Kind kind) {
        if (kind == ScriptFault.Kind.QUOTE_IN_STRING) {
            return position.line() != fault.line() || position.column() < fault.column();
        }
        return position.line() < fault.line()
                || (position.line() == fault.line() && position.column() < fault.column());
    }

    private static String unclosed(String script, int offset, SourcePosition place) {
        String bracket = script.startsWith("${", offset) ? "${" : script.substring(offset, offset + 1);
        return "The '" + bracket + "' at line " + place.line() + ", column " + place.column() + " is not closed.";
    }

    private static String words(String script, ScriptFault fault) {
        return switch (fault.kind()) {
            case UNCLOSED_STRING ->
                "A string in quotes must end on the same line. For a line break in it write \\n, or use backticks (`).";
            case QUOTE_IN_STRING ->
                "This quote ends the string. Inside the string write \\" + script.charAt(fault.offset())
                        + ", or put the string in other quotes.";
            case ESCAPE ->
                "\\" + script.charAt(fault.offset() + 1) + " begins a character code here. For a backslash write \\\\.";
            case BACKSLASH -> backslash(script, fault.offset());
            case ENTITY -> {
                String entity = script.substring(fault.offset(), script.indexOf(';', fault.offset()) + 1);
                yield "The script has " + entity + ", which is HTML. Send " + character(entity) + ".";
            }
            case FOREIGN_CHARACTER -> foreign(script.codePointAt(fault.offset()));
            case UNCLOSED_TEMPLATE -> "This backtick (`) is never closed.";
            case UNCLOSED_COMMENT -> "This comment is never closed by */.";
            case UNCLOSED_BRACKET, UNOPENED_BRACKET ->
                "'" + script.charAt(fault.offset()) + "' has no matching opening bracket.";
        };
    }

    private static String backslash(String script, int offset) {
        boolean line = script.startsWith("n", offset + 1)
                || script.startsWith("r", offset + 1)
                || script.startsWith("t", offset + 1);
        return line
                ? "The script has a backslash and '" + script.charAt(offset + 1) + "' between its words. Send real"
                        + (script.startsWith("t", offset + 1) ? " spaces." : " line breaks.")
                : "A backslash may only stand in a string or a regular expression. Remove it.";
    }

    private static String character(String entity) {
        return switch (entity) {
            case "&gt;" -> ">";
            case "&lt;" -> "<";
            case "&amp;" -> "&";
            case "&quot;", "&#34;", "&#x22;" -> "\"";
            case "&apos;", "&#39;", "&#x27;" -> "'";
            default -> "the character itself";
        };
    }

    private static String foreign(int character) {
        String code = String.format("U+%04X", character);
        String shown = "'" + Character.toString(character) + "' (" + code + ")";
        if (DASHES.indexOf(character) >= 0) {
            return shown + " is a dash. For minus write -.";
        }
        if (QUOTES.indexOf(character) >= 0) {
            return shown + " is a typographic quote. Write \" or '.";
        }
        String plain = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC);
        if (plain.length() == 1 && plain.charAt(0) > ' ' && plain.charAt(0) < 0x7f) {
            return shown + " is not JavaScript. Write " + plain + ".";
        }
        boolean visible = switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
        return visible
                ? shown + " may only stand in a string or a comment."
                : "The script has an invisible character (" + code + "). Remove it.";
    }
}
