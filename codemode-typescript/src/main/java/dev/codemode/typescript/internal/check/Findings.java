package dev.codemode.typescript.internal.check;

import dev.codemode.catalog.Catalog;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Suggestions;
import dev.codemode.internal.words.Visible;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.script.PreparedScript.Mistake;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a check, worded like a model's other errors: in the dispatcher's words, if that would refuse the
 * same.
 */
public final class Findings {
    private static final int MAX_HINTS = 3;
    private static final int MAX_LISTED = 12;
    private static final int MAX_TEXT = 200;
    private static final Set<String> PRIMITIVES = Set.of("string", "number", "boolean");

    private final List<Mistake> certain = new ArrayList<>();
    private final List<String> possible = new ArrayList<>();
    private final Catalog visible;

    private Findings(Catalog visible) {
        this.visible = visible;
    }

    /**
     * Reads the findings; anything else is left out.
     *
     * @param visible what the caller can see
     */
    static Findings of(@Nullable Object json, Catalog visible) {
        Findings findings = new Findings(visible);
        if (json instanceof List<?> list) {
            for (Object found : list) {
                if (found instanceof Map<?, ?> fields) {
                    findings.add(new Found(fields));
                }
            }
        }
        return findings;
    }

    public static Findings none() {
        return new Findings(Catalog.of(List.of()));
    }

    /** Returns what will fail for certain. */
    public List<Mistake> certain() {
        return certain;
    }

    /** Returns all findings, or only the uncertain ones, in one sentence each. */
    public List<String> hints(boolean all) {
        List<String> hints = new ArrayList<>();
        if (all) {
            certain.forEach(mistake -> hints.add(line(mistake.position()) + mistake.message()));
        }
        hints.addAll(possible);
        return hints.stream().distinct().limit(MAX_HINTS).toList();
    }

    private static String line(@Nullable SourcePosition position) {
        return position == null ? "" : "line " + position.line() + ": ";
    }

    private void add(Found found) {
        String message = message(found);
        if (message.isEmpty()) {
            return;
        }
        SourcePosition position = new SourcePosition(found.number("line"), found.number("column"));
        if (!found.is("certain")) {
            possible.add(line(position) + message);
            return;
        }
        String operation = found.text("operation");
        boolean misused = !operation.isEmpty() && !found.text("kind").equals("promise");
        certain.add(new Mistake(
                found.text("kind").equals("name") ? "ReferenceError" : "",
                message,
                position,
                misused ? operation : null));
    }

    private String message(Found found) {
        String name = found.text("name");
        String operation = found.text("operation");
        String path = found.text("path");
        return switch (found.text("kind")) {
            case "operation" -> name + ": there is no such operation." + meantOperation(found);
            case "namespace" ->
                name + " is not an operation, but contains some: " + listed(found.list("candidates")) + ".";
            case "name" -> undefined(found);
            case "extra" ->
                operation + ": " + missing(found.value("missing"), path) + "the argument has no property '" + name
                        + "' (at " + path + meantKey(found) + ").";
            case "missing" -> operation + ": " + withoutEnd(missing(found.value("missing"), path)) + ".";
            case "value" -> wrongValue(found, operation, path);
            case "object" -> operation + ": takes one object, but is called with " + found.text("found") + ".";
            case "count" ->
                operation + ": takes one object, but is called "
                        + (found.number("given") == 0
                                ? "without arguments."
                                : "with " + found.number("given") + " arguments.");
            case "promise" -> promise(found);
            case "field" -> noField(found, "has no field");
            case "open" -> meant(name, found.list("candidates")).isEmpty() ? "" : noField(found, "declares no field");
            case "builtIn" -> meant(name, found.list("candidates")).isEmpty() ? "" : noField(found, "has no member");
            case "nullable" -> "'" + name + "' may be null or undefined.";
            default -> "";
        };
    }

    private String meantOperation(Found found) {
        String written = found.text("written");
        List<String> candidates = found.list("candidates");
        List<String> all = visible.operations().stream()
                .map(operation -> operation.name().toString())
                .toList();
        List<String> meant = elsewhere(written, all);
        if (meant.isEmpty()) {
            meant = meant(written, all);
        }
        if (meant.isEmpty()) {
            meant = meant(found.text("name"), candidates);
        }
        if (!meant.isEmpty()) {
            return " Did you mean " + String.join(" or ", meant) + "?";
        }
        return candidates.isEmpty() ? "" : " There are: " + listed(candidates) + ".";
    }

    /** Returns operations with the same name in other namespaces of the service, the most similar first. */
    private static List<String> elsewhere(String written, List<String> all) {
        String service = written.substring(0, written.indexOf('.') + 1);
        String last = written.substring(written.lastIndexOf('.'));
        return service.length() + last.length() > written.length()
                ? List.of()
                : all.stream()
                        .filter(name -> name.startsWith(service) && name.endsWith(last))
                        .sorted(Comparator.comparingInt(name -> Suggestions.distance(name, written, MAX_TEXT)))
                        .limit(2)
                        .toList();
    }

    private String undefined(Found found) {
        String name = found.text("name");
        List<String> meant = meant(name, found.list("candidates"));
        Set<String> services = visible.services().keySet();
        boolean service = !meant(name, services).isEmpty() || services.contains(name);
        return name + " is not defined"
                + (meant.isEmpty() || service ? "" : ". Did you mean " + String.join(" or ", meant) + "?");
    }

    private static String meantKey(Found found) {
        List<String> meant = meant(found.text("name"), found.list("candidates"));
        return meant.isEmpty() ? "" : "; did you mean '" + String.join("' or '", meant) + "'?";
    }

    private static String missing(@Nullable Object properties, String path) {
        StringBuilder text = new StringBuilder();
        if (properties instanceof List<?> list) {
            for (Object property : list) {
                if (property instanceof Map<?, ?> fields) {
                    text.append("'" + shown(fields.get("name")) + "' is missing: it must be "
                            + type(shown(fields.get("type"))) + " (at " + path + "); ");
                }
            }
        }
        return text.toString();
    }

    private static String shown(@Nullable Object text) {
        return Visible.escaped(Excerpt.of(String.valueOf(text), MAX_TEXT));
    }

    private static String withoutEnd(String text) {
        return text.endsWith("; ") ? text.substring(0, text.length() - 2) : text;
    }

    private static String wrongValue(Found found, String operation, String path) {
        String expected = type(found.text("expected").replaceFirst(" \\| undefined$", ""));
        String last = path.substring(path.lastIndexOf('.') + 1);
        String subject = path.equals("$") ? "the argument" : "'" + last + "'";
        if (found.text("found").equals("null") && found.is("optional")) {
            return operation + ": " + subject + " must not be null: leave it out, or pass " + expected + " (at " + path
                    + ").";
        }
        return operation + ": " + subject + (found.is("certain") ? " must be " : " should be ") + expected + ", but is "
                + found.text("found") + " (at " + path + ").";
    }

    private static String type(String type) {
        return PRIMITIVES.contains(type) ? "a " + type : type;
    }

    private static String promise(Found found) {
        String operation = found.text("operation");
        String what = operation.isEmpty() ? "'" + found.text("on") + "' is a promise" : operation + " was not awaited";
        String name = found.text("name");
        return name.isEmpty()
                ? what + ": a call returns a promise. Write `await` before it."
                : what + ", and a promise has no '" + name + "': write `(await …)." + name
                        + "`, or `const found = await …` first.";
    }

    private static String noField(Found found, String verb) {
        List<String> candidates = found.list("candidates");
        List<String> meant = meant(found.text("name"), candidates);
        return found.text("on") + " " + verb + " '" + found.text("name") + "'"
                + (meant.isEmpty()
                        ? ". It has: " + listed(candidates) + "."
                        : "; did you mean '" + String.join("' or '", meant) + "'?");
    }

    private static List<String> meant(String name, Collection<String> candidates) {
        return Suggestions.closest(name, candidates, 2);
    }

    private static String listed(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MAX_LISTED, names.size())))
                + (names.size() > MAX_LISTED ? ", …" : "");
    }

    /** One finding. Its texts are bounded, because they come from a process that reads hostile scripts. */
    private record Found(Map<?, ?> fields) {
        @Nullable Object value(String key) {
            return fields.get(key);
        }

        String text(String key) {
            return fields.get(key) instanceof String text ? shown(text) : "";
        }

        boolean is(String key) {
            return Boolean.TRUE.equals(fields.get(key));
        }

        int number(String key) {
            return fields.get(key) instanceof Number number
                    ? Math.max(key.equals("given") ? 0 : 1, number.intValue())
                    : 1;
        }

        List<String> list(String key) {
            return fields.get(key) instanceof List<?> list
                    ? list.stream()
                            .filter(Objects::nonNull)
                            .map(Findings::shown)
                            .toList()
                    : List.of();
        }
    }
}
