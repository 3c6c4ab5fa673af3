package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.internal.Lines;
import dev.codemode.script.internal.ScriptScanner;
import dev.codemode.script.internal.ScriptShape;
import dev.codemode.script.internal.ScriptToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns one script into the body of an async function that returns its result. Confined to the worker's thread. */
public final class Preparation {
    /** The script is stripped inside a function, where it may use {@code await} and {@code return}. */
    private static final String OPEN = "async()=>{";

    private static final String CLOSE = "\n}";
    private static final String OPEN_EXPRESSION = OPEN + "return (";
    private static final String CLOSE_EXPRESSION = "\n)}";

    private final Swc swc;
    private final String script;
    private final List<String> services;

    Preparation(Swc swc, String script, List<String> services) {
        this.swc = swc;
        this.script = script;
        this.services = services;
    }

    /** The result of preparing a script. */
    sealed interface Outcome {
        /**
         * It can run.
         *
         * @param body the body
         * @param edits the insertions into the JavaScript that make the body, as {@code [line, column, length]}
         * @param start where the JavaScript begins in the text that the source map refers to
         * @param sourceMap where the JavaScript comes from; null if positions were preserved
         * @param prefix how many characters were before the script when the source map was made
         * @param form the form of the script as a whole
         * @param typed whether types were removed
         */
        record Body(
                String body,
                List<int[]> edits,
                SourcePosition start,
                @Nullable String sourceMap,
                int prefix,
                Form form,
                boolean typed)
                implements Outcome {}

        /** It is refused, with a position in the script if that is known. */
        record Refused(String message, @Nullable SourcePosition position) implements Outcome {}
    }

    /** The form of a script as a whole. */
    public enum Form {
        STATEMENTS,
        EXPRESSION,
        FUNCTION;

        /** Returns the form of plain JavaScript with these tokens. */
        public static Form of(List<ScriptToken> tokens) {
            return switch (ScriptShape.of(tokens)) {
                case FUNCTION -> FUNCTION;
                case CALLED_FUNCTION -> EXPRESSION;
                case STATEMENTS -> STATEMENTS;
            };
        }
    }

    Outcome prepare() throws Swc.SwcFailedException {
        List<ScriptToken> tokens = ScriptScanner.tokens(script);
        ModuleSyntax.Plain plain = ModuleSyntax.of(script, tokens);
        if (plain.importAt() >= 0) {
            return new Outcome.Refused(ImportText.of(services), Lines.position(script, plain.importAt()));
        }
        if (!tokens.isEmpty() && startsLikeExpression(tokens)) {
            int end = endOf(tokens);
            String expression =
                    plain.text().substring(0, end) + Lines.blank(script.substring(end), 0, script.length() - end);
            Stripped stripped = strip(OPEN_EXPRESSION, expression, CLOSE_EXPRESSION);
            if (stripped != null) {
                return expression(stripped);
            }
        }
        Stripped stripped = strip(OPEN, plain.text(), CLOSE);
        if (stripped == null) {
            stripped = transformed("", plain.text(), "");
        }
        return stripped == null ? refusal(plain.text()) : statements(stripped, plain);
    }

    /** A lone function or object literal is not a statement, or means something else as one. */
    private static boolean startsLikeExpression(List<ScriptToken> tokens) {
        ScriptToken first = tokens.get(0);
        boolean function = first.is("function")
                || (first.is("async") && tokens.size() > 1 && tokens.get(1).is("function"));
        return first.is("{")
                || (function && isNameless(tokens))
                || ScriptShape.of(tokens) != ScriptShape.Kind.STATEMENTS;
    }

    private static boolean isNameless(List<ScriptToken> tokens) {
        int at = tokens.get(0).is("async") ? 2 : 1;
        at = at < tokens.size() && tokens.get(at).is("*") ? at + 1 : at;
        return at < tokens.size() && (tokens.get(at).is("(") || tokens.get(at).is("<"));
    }

    private static int endOf(List<ScriptToken> tokens) {
        int last = tokens.size() - 1;
        while (last > 0 && tokens.get(last).is(";")) {
            last--;
        }
        return tokens.get(last).end();
    }

    private Outcome expression(Stripped stripped) {
        List<ScriptToken> tokens = ScriptScanner.tokens(stripped.code);
        boolean function = ScriptShape.of(tokens) == ScriptShape.Kind.FUNCTION;
        Edits edits = Edits.of(
                new Edits.Edit(0, "return ("),
                new Edits.Edit(endOf(tokens), function ? ")(" + servicesText() + ")" : ")"));
        return body(stripped, edits, function ? Form.FUNCTION : Form.EXPRESSION);
    }

    private Outcome statements(Stripped stripped, ModuleSyntax.Plain plain) throws Swc.SwcFailedException {
        Edits edits = Edits.of();
        if (plain.assigned()) {
            edits = edits.and(new Edits.Edit(0, "let " + plain.result() + ";"));
        }
        if (!plain.result().isEmpty()) {
            String call = plain.called() ? "(" + servicesText() + ")" : "";
            edits = edits.and(new Edits.Edit(stripped.code.length(), "\nreturn " + plain.result() + call + ";"));
            return body(stripped, edits, Form.STATEMENTS);
        }
        List<ScriptToken> tokens = ScriptScanner.tokens(stripped.code);
        if (!tokens.isEmpty() && ScriptShape.of(tokens) == ScriptShape.Kind.FUNCTION) {
            return expression(stripped);
        }
        return body(
                stripped,
                Ending.of(stripped.code, tokens, servicesText(), tried -> parses(tried.apply(stripped.code))),
                Form.STATEMENTS);
    }

    private Outcome body(Stripped stripped, Edits edits, Form form) {
        return new Outcome.Body(
                edits.apply(stripped.code),
                edits.places(stripped.code),
                stripped.start,
                stripped.sourceMap,
                stripped.prefix,
                form,
                stripped.typed);
    }

    private boolean parses(String body) {
        try {
            return swc.transform(OPEN + body + CLOSE, Swc.Mode.STRIP_ONLY) instanceof Swc.Answer.Code;
        } catch (Swc.SwcFailedException e) {
            return false;
        }
    }

    /** Returns JavaScript, or null if it does not parse. */
    private @Nullable Stripped strip(String open, String text, String close) throws Swc.SwcFailedException {
        Swc.Answer answer = swc.transform(open + text + close, Swc.Mode.STRIP_ONLY);
        if (answer instanceof Swc.Answer.Code code) {
            String inner = code.text().substring(open.length(), code.text().length() - close.length());
            return new Stripped(inner, new SourcePosition(1, 1), null, open.length(), !inner.equals(text));
        }
        boolean more = ((Swc.Answer.Refusal) answer).code().equals("UnsupportedSyntax");
        return more ? transformed(open, text, close) : null;
    }

    private @Nullable Stripped transformed(String open, String text, String close) throws Swc.SwcFailedException {
        if (!(swc.transform(open + text + close, Swc.Mode.TRANSFORM) instanceof Swc.Answer.Code code)) {
            return null;
        }
        String all = code.text();
        int from = 0;
        int to = all.length();
        if (open.equals(OPEN)) {
            from = all.indexOf('{') + 1;
            to = all.lastIndexOf('}');
        } else if (open.equals(OPEN_EXPRESSION)) {
            from = all.indexOf("return ") + "return ".length();
            to = all.lastIndexOf(';', all.lastIndexOf('}'));
        }
        SourcePosition start = Lines.position(all, from);
        return new Stripped(all.substring(from, to), start, code.sourceMap(), open.length(), true);
    }

    private Outcome refusal(String text) throws Swc.SwcFailedException {
        Swc.Answer answer = swc.transform(OPEN + text + CLOSE, Swc.Mode.STRIP_ONLY);
        if (!(answer instanceof Swc.Answer.Refusal refusal) || refusal.line() < 1) {
            return new Outcome.Refused("The script does not parse.", null);
        }
        SourcePosition end = Lines.position(script, script.stripTrailing().length());
        if (refusal.line() > end.line()) {
            return new Outcome.Refused(
                    words(refusal.message().replaceFirst("got .*$", "got the end of the script")), end);
        }
        int column = refusal.line() == 1 ? refusal.column() - OPEN.length() : refusal.column();
        return new Outcome.Refused(words(refusal.message()), new SourcePosition(refusal.line(), Math.max(1, column)));
    }

    private static String words(String message) {
        return message.replace("'<eof>'", "the end of the script").replace("'ident'", "a name");
    }

    private String servicesText() {
        return services.isEmpty() ? "" : "{" + String.join(",", services) + "}";
    }

    private record Stripped(
            String code, SourcePosition start, @Nullable String sourceMap, int prefix, boolean typed) {}
}
