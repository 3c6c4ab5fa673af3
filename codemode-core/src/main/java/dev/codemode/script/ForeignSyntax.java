package dev.codemode.script;

import dev.codemode.script.internal.Lines;
import dev.codemode.script.internal.ScriptToken;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds things that models write but that are not plain scripts: fences, modules, TypeScript declarations. */
final class ForeignSyntax {
    private static final Set<String> TYPE_DECLARATIONS = Set.of("interface", "enum", "type");
    private static final String FENCE = "Send only the code, without the Markdown fence (```).";
    private static final String IMPORT =
            "Modules cannot be imported here: every service is already a global. Remove the import.";
    private static final String EXPORT_DEFAULT = "Write 'return' instead of 'export default'.";
    private static final String EXPORT = "Nothing can be exported here: remove 'export', and return the result.";

    private ForeignSyntax() {}

    /** Returns the first of them, or nothing. */
    static Optional<PreparedScript.Rejected> find(String text, List<ScriptToken> tokens) {
        int first = 0;
        while (Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        if (text.startsWith("```", first)) {
            return Optional.of(rejected(FENCE, text, first));
        }
        for (int i = 0; i < tokens.size(); i++) {
            String message = startsStatement(tokens, i) ? message(tokens, i) : "";
            if (!message.isEmpty()) {
                return Optional.of(rejected(message, text, tokens.get(i).start()));
            }
        }
        return Optional.empty();
    }

    private static boolean startsStatement(List<ScriptToken> tokens, int index) {
        ScriptToken token = tokens.get(index);
        if (!token.isWord() || index == 0) {
            return token.isWord();
        }
        ScriptToken before = tokens.get(index - 1);
        return (token.startsLine() && !before.is(".")) || before.is(";") || before.is("}") || before.is("{");
    }

    private static String message(List<ScriptToken> tokens, int index) {
        String word = tokens.get(index).text();
        String next = text(tokens, index + 1);
        if (word.equals("import")) {
            return tokens.get(index).depth() == 0 && !next.equals("(") && !next.equals(".") && !next.equals(":")
                    ? IMPORT
                    : "";
        }
        if (word.equals("export") && tokens.get(index).depth() == 0) {
            return next.equals("default") ? EXPORT_DEFAULT : isDeclared(tokens, index + 1) ? EXPORT : "";
        }
        return TYPE_DECLARATIONS.contains(word) && declaresType(tokens, index) ? typeScript(word) : "";
    }

    private static boolean isDeclared(List<ScriptToken> tokens, int index) {
        return index < tokens.size()
                && (tokens.get(index).isWord()
                        || tokens.get(index).is("{")
                        || tokens.get(index).is("*"));
    }

    /** {@code interface Book {}, enum Size {}, type Price =}, on one line, with or without type parameters. */
    private static boolean declaresType(List<ScriptToken> tokens, int index) {
        if (index + 2 >= tokens.size()) {
            return false;
        }
        ScriptToken name = tokens.get(index + 1);
        String after = text(tokens, index + 2);
        boolean opens = tokens.get(index).is("type") ? after.equals("=") : after.equals("{") || after.equals("extends");
        return name.isWord() && !name.startsLine() && (opens || after.equals("<"));
    }

    private static String typeScript(String word) {
        return "'" + word + "' is TypeScript, which needs the module codemode-typescript on the server: "
                + "write plain JavaScript, without types.";
    }

    private static String text(List<ScriptToken> tokens, int index) {
        return index < tokens.size() ? tokens.get(index).text() : "";
    }

    private static PreparedScript.Rejected rejected(String message, String text, int at) {
        return new PreparedScript.Rejected("SyntaxError", message, Lines.position(text, at));
    }
}
