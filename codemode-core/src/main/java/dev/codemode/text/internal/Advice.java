package dev.codemode.text.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.internal.words.Counted;
import dev.codemode.internal.words.Suggestions;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives advice about the mistakes that models make most. */
public final class Advice {
    private static final Pattern UNDEFINED_SERVICE =
            Pattern.compile("^Cannot read property '([A-Za-z0-9_$]{1,100})' of undefined$");
    private static final Pattern PARAMETER =
            Pattern.compile("^\\s*+(async\\s*+)?+(function\\s*+[A-Za-z0-9_$]*+\\s*+)?+\\(\\s*+[^)\\s]");
    private static final Pattern TYPES = Pattern.compile("^(:\\s*[A-Za-z_{(\\[]|<[A-Za-z_]|(as|satisfies)\\s)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,99}");

    private static final String NOTHING_KEPT = "Nothing is kept between scripts: use a variable, or return the value.";

    private static final String NO_CODE_FROM_TEXT =
            "Code cannot be created from text here: write it in the script itself.";

    private static final Map<String, String> ABSENT = Map.ofEntries(
            Map.entry("fetch", "There is no network here: call an operation instead."),
            Map.entry("XMLHttpRequest", "There is no network here: call an operation instead."),
            Map.entry("WebSocket", "There is no network here: call an operation instead."),
            Map.entry("require", "There are no modules here: every service is already a global."),
            Map.entry("module", "There are no modules here: end the script with `return` and a value."),
            Map.entry("exports", "There are no modules here: end the script with `return` and a value."),
            Map.entry("process", "There is no Node.js here: scripts have only the language and the services."),
            Map.entry("Buffer", "There is no Node.js here: use Uint8Array, TextEncoder, atob and btoa instead."),
            Map.entry("window", "There is no browser here: scripts have only the language and the services."),
            Map.entry("document", "There is no browser here: scripts have only the language and the services."),
            Map.entry("Java", "There is no Java here: scripts have only the language and the services."),
            Map.entry("localStorage", NOTHING_KEPT),
            Map.entry("sessionStorage", NOTHING_KEPT),
            Map.entry("setImmediate", "Use setTimeout or queueMicrotask instead."),
            Map.entry("eval", NO_CODE_FROM_TEXT));

    private Advice() {}

    /** Returns advice about something that a script threw, or an empty text. */
    public static String aboutThrown(String name, String message, String script, Catalog visible) {
        if (name.equals("EvalError")) {
            return NO_CODE_FROM_TEXT;
        }
        if (!name.equals("ReferenceError") && !name.equals("TypeError")) {
            return "";
        }
        String bounded = message.length() > 500 ? message.substring(0, 500) : message;
        Matcher undefined = UNDEFINED_SERVICE.matcher(bounded);
        if (undefined.find()
                && isGlobal(undefined.group(1), visible)
                && PARAMETER.matcher(script).find()) {
            return "The script is called without arguments; each service is a global: " + undefined.group(1) + ".";
        }
        Matcher names = NAME.matcher(bounded);
        while (names.find()) {
            String word = names.group();
            boolean service = visible.services().containsKey(word);
            if (service && (name.equals("ReferenceError") || declares(script, word))) {
                return hides(word);
            }
            if (ABSENT.containsKey(word)) {
                return ABSENT.getOrDefault(word, "");
            }
        }
        return name.equals("ReferenceError") ? meantService(message, visible) : hiddenService(script, visible);
    }

    private static String hiddenService(String script, Catalog visible) {
        return visible.services().keySet().stream()
                .filter(service -> declares(script, service))
                .findFirst()
                .map(Advice::hides)
                .orElse("");
    }

    private static boolean isGlobal(String name, Catalog visible) {
        return name.equals("codemode") || visible.services().containsKey(name);
    }

    private static String hides(String service) {
        return "The script declares a variable '" + service + "', which hides the service '" + service
                + "'. Give the variable another name.";
    }

    /** Returns advice about a text that does not parse, or an empty text. */
    public static String aboutSyntax(String script, @Nullable SourcePosition position) {
        String[] lines = script.split("\r\n|[\n\r\u2028\u2029]", -1);
        if (position == null || position.line() > lines.length) {
            return "";
        }
        String line = lines[position.line() - 1];
        String rest = line.substring(Math.min(position.column() - 1, line.length()));
        return TYPES.matcher(rest).find() ? "If this is a TypeScript type: write plain JavaScript, without types." : "";
    }

    private static String meantService(String message, Catalog visible) {
        Matcher names = NAME.matcher(message);
        if (!names.find()) {
            return "";
        }
        List<String> meant =
                Suggestions.closest(names.group(), visible.services().keySet(), 2);
        if (!meant.isEmpty()) {
            return "Did you mean " + String.join(" or ", meant) + "?";
        }
        List<String> services = visible.services().keySet().stream().limit(20).toList();
        return "Services: " + String.join(", ", services) + (visible.services().size() > services.size() ? ", …" : "")
                + ".";
    }

    private static boolean declares(String script, String name) {
        int from = 0;
        for (int at = script.indexOf(name); at >= 0; at = script.indexOf(name, from)) {
            from = at + name.length();
            String before = script.substring(Math.max(0, at - 12), at).stripTrailing();
            boolean keyword = before.endsWith("const")
                    || before.endsWith("let")
                    || before.endsWith("var")
                    || before.endsWith("function")
                    || before.endsWith("class");
            boolean whole = from >= script.length() || !Character.isJavaIdentifierPart(script.charAt(from));
            if (keyword && whole && at > 0 && Character.isWhitespace(script.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    /** Returns the headline for a limit: what was stopped, at which value, and which option sets it. */
    public static String limitHeadline(LimitKind kind, Limits limits) {
        return switch (kind) {
            case RUN_TIME ->
                "The script was stopped after " + Counted.time(limits.maxRunTime())
                        + " of run time (limit: maxRunTime).";
            case CPU_TIME ->
                "The script was stopped after " + Counted.time(limits.maxCpuTime())
                        + " of CPU time (limit: maxCpuTime).";
            case MEMORY ->
                "The script was stopped because it used more than " + Counted.bytes(limits.maxMemoryBytes())
                        + " of memory (limit: maxMemoryBytes).";
            case STACK_DEPTH -> "The script was stopped because its calls nest too deeply (limit: stackDepth).";
            case HOST_CALLS ->
                "The script was stopped because it made more than " + Counted.of(limits.maxHostCalls(), "call")
                        + " (limit: maxHostCalls).";
            case SOURCE ->
                "The script is larger than " + Counted.bytes(limits.maxSourceBytes())
                        + " and was not run (limit: maxSourceBytes).";
            case RESULT ->
                "The script's result is larger than " + Counted.bytes(limits.maxResultBytes())
                        + " (limit: maxResultBytes).";
        };
    }

    /** Returns what to do about a limit. */
    public static String aboutLimit(LimitKind kind) {
        return switch (kind) {
            case RUN_TIME ->
                "Do less in one script, run independent calls together with Promise.all, and wait with"
                        + " setTimeout, not in a loop: the clock stands still while a script computes.";
            case CPU_TIME ->
                "Check that every loop ends; let an operation do the heavy work, or do it in parts. To wait, use"
                        + " setTimeout: the clock stands still while a script computes.";
            case MEMORY -> "Keep less at once: page through results and aggregate as you go.";
            case STACK_DEPTH -> "Use a loop instead of recursion.";
            case HOST_CALLS -> "Use an operation that takes or returns many at once, or do the work in parts.";
            case SOURCE -> "Write a shorter script: let it compute or fetch the data that it spells out.";
            case RESULT -> "Return less: select fields, filter, aggregate, or slice.";
        };
    }
}
