package dev.codemode.mcp.internal.tool;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one tool call, read as strictly as its schema says. Collects every mistake, so that a model can
 * correct all of them in one turn. A null counts as absent: clients send it for what a model left out. Confined to one
 * thread.
 */
final class ToolArguments {
    private static final int MAX_QUOTED = 80;

    private final JsonRpc json;
    private final String tool;
    private final Map<?, ?> given;
    private final List<String> mistakes = new ArrayList<>();

    ToolArguments(JsonRpc json, ToolCall call, List<String> known) {
        this.json = json;
        this.tool = call.name();
        Object arguments = call.arguments();
        this.given = arguments instanceof Map<?, ?> map ? map : Map.of();
        if (arguments != null && !(arguments instanceof Map)) {
            mistakes.add(tool + ": the arguments must be an object, but were " + quote(arguments) + ".");
        }
        for (Object name : given.keySet()) {
            if (!known.contains(name)) {
                mistakes.add(tool + ": there is no argument " + quote(name) + "; it takes " + String.join(", ", known)
                        + ".");
            }
        }
    }

    /** Returns a string, or the empty one if it is absent. */
    String text(String name) {
        Object value = given.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        mistakes.add(tool + ": '" + name + "' must be a string, but was " + quote(value) + ".");
        return "";
    }

    /** Returns a string that must be there. */
    String requiredText(String name) {
        if (given.get(name) == null) {
            mistakes.add(tool + ": '" + name + "' is missing; it must be a string.");
        }
        return text(name);
    }

    /** Returns an integer within the bounds, or the value to use if it is absent. */
    int integer(String name, int absent, int min, int max) {
        Object value = given.get(name);
        if (value == null) {
            return absent;
        }
        if (value instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= min
                && number.doubleValue() <= max) {
            return number.intValue();
        }
        String bounds = max == Integer.MAX_VALUE ? "of at least " + min : "between " + min + " and " + max;
        mistakes.add(tool + ": '" + name + "' must be an integer " + bounds + ", but was " + quote(value) + ".");
        return absent;
    }

    /** Returns a line for each mistake; empty if there is none. */
    String mistakes() {
        return String.join("\n", mistakes);
    }

    private String quote(@Nullable Object value) {
        String text = json.text(value);
        return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
    }
}
