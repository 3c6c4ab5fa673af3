package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.BodyText;
import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.secret.SecretMask;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import dev.codemode.jsonschema.internal.words.MediaType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an error's body that a script sees: everything that may explain it. Invariant, held by
 * {@code ErrorBodyTest}: no stack trace, no name of an exception's class, and no file of the server is in it. Holds no
 * state.
 */
final class ErrorBody {
    private static final int MAX_CHARACTERS = 1_000;
    private static final int MAX_TEXT = 200;

    /** Fields with traces and debugging output, in lower case without dashes and underscores. */
    private static final Set<String> INSIDES = Set.of(
            "trace",
            "traces",
            "traceback",
            "stack",
            "stacks",
            "stacktrace",
            "stacktraces",
            "stackentries",
            "stacktraceelements",
            "backtrace",
            "callstack",
            "exception",
            "exceptions",
            "exceptionclass",
            "exceptionname",
            "exceptiontype",
            "innerexception",
            "rootcause",
            "suppressed",
            "debug",
            "debuginfo",
            "debugmessage",
            "class",
            "classname",
            "file",
            "filename",
            "filepath",
            "sourcefile",
            "instance");

    /**
     * Fields that give the location of the request or of a file if their value is a text with a slash; an array, or a
     * text without a slash, is a position in what was sent.
     */
    private static final Set<String> PLACES = Set.of("path", "uri", "url", "requesturi", "requesturl");

    /** The first line of a stack trace: of Java, JavaScript, .NET, PHP, Python, Ruby, Go. */
    private static final Pattern TRACE = Pattern.compile("(?m)[ \\t]*(?:"
            + String.join(
                    "|",
                    "\\bat [\\w$.<>/]{1,200}\\((?:[^()\\s]{1,200}:\\d{1,9}|Native Method|Unknown Source)\\)",
                    "^[ \\t]*at [\\w$.<>/`+]{1,200}\\(",
                    "^[ \\t]*at (?:async )?(?:[\\w$.<> ]{1,200} \\()?(?:file:|node:|/|[A-Za-z]:\\\\)",
                    "\\bTraceback \\(most recent call last\\)",
                    "^[ \\t]*File \".{1,200}\", line \\d",
                    "^#\\d{1,4} .{1,200}\\(\\d{1,9}\\): ",
                    "\\bgoroutine \\d{1,9} \\[",
                    "(?i:\\bstack ?trace:)",
                    "^[^\\s:]{1,200}\\.rb:\\d{1,9}:in ")
            + ")");

    /** A class name with its package, as exceptions print it. */
    private static final Pattern EXCEPTION = Pattern.compile(
            "\\b(?:[a-zA-Z_][\\w$]{0,60}[.\\\\:]{1,2}){1,12}[A-Z][\\w$]{0,80}(?:Exception|Error|Throwable)\\b:?[ ]?");

    private ErrorBody() {}

    /** Returns the part of the body that may be shown, on one line; empty if there is none. */
    static String of(BoundedClient.Response response, SecretMask mask) {
        String type =
                MediaType.plain(response.headers().firstValue("Content-Type").orElse(""));
        if (MediaType.isJson(type)) {
            return json(BodyText.of(response), mask);
        }
        return type.equals("text/plain")
                ? Excerpt.of(Visible.spaced(shown(mask.text(BodyText.of(response)))), MAX_TEXT)
                : "";
    }

    private static String json(String text, SecretMask mask) {
        try {
            Object shown = shown(mask.value(Json.read(text)));
            return isNothing(shown) ? "" : Excerpt.of(Visible.spaced(Json.write(shown)), MAX_CHARACTERS);
        } catch (NotJsonException e) {
            return "";
        }
    }

    private static boolean isNothing(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of()) || value.equals(Map.of());
    }

    private static @Nullable Object shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, item) -> {
                Object part = isInside((String) key, item) ? null : shown(item);
                if (!isNothing(part)) {
                    kept.put((String) key, part);
                }
            });
            return kept;
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> kept = new ArrayList<>(list.size());
            list.forEach(item -> kept.add(shown(item)));
            return kept;
        }
        return value instanceof String text ? shown(text) : value;
    }

    private static boolean isInside(String name, @Nullable Object value) {
        String plain = name.replaceAll("[-_ ]", "").toLowerCase(Locale.ROOT);
        return INSIDES.contains(plain)
                || (PLACES.contains(plain) && value instanceof String text && text.indexOf('/') >= 0);
    }

    private static String shown(String text) {
        Matcher trace = TRACE.matcher(text);
        String head = trace.find() ? text.substring(0, trace.start()) : text;
        return EXCEPTION.matcher(head).replaceAll("").strip();
    }
}
