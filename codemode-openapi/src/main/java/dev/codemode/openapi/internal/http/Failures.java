package dev.codemode.openapi.internal.http;

import dev.codemode.internal.Excerpt;
import dev.codemode.internal.Json;
import dev.codemode.internal.NotJsonException;
import dev.codemode.source.OperationFailedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a failure of a response that is none of success. Invariant, held by {@code ResponseTest}: of an error's body a
 * script sees what the document declares of it, or what errors usually hold, and never a stack trace. Holds no state.
 */
final class Failures {
    private static final int MAX_CHARACTERS = 1_000;
    private static final int MAX_TEXT = 200;

    /** What tells of errors where the document does not say; those of RFC 9457 are among them. */
    private static final Set<String> USUAL = Set.of(
            "message",
            "error",
            "errors",
            "error_description",
            "error_code",
            "code",
            "detail",
            "details",
            "title",
            "type",
            "reason",
            "status",
            "fields",
            "param",
            "messages",
            "success");

    /** Where a framework's own error page names its insides. */
    private static final Set<String> INSIDES = Set.of("path", "instance");

    private static final Set<String> TRACES = Set.of("trace", "stack", "stacktrace", "stack_trace", "exception");

    private static final Pattern UNSEEN = Pattern.compile("[ \\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]+");

    private Failures() {}

    static OperationFailedException of(
            HttpOperation operation, Wire.Response response, Mask mask, boolean authorized, Instant now) {
        int status = response.status();
        String body = body(operation, response, mask);
        StringBuilder message = new StringBuilder(status < 500 ? "The server refused the call" : "The server failed");
        message.append(body.isEmpty() ? "." : ": " + body);
        RetryAfter.of(response.headers(), now)
                .ifPresent(
                        wait -> message.append(" Wait ").append(seconds(wait)).append(" s before another call."));
        if ((status == 401 || status == 403)
                && !authorized
                && !operation.security().isEmpty()) {
            message.append(" The host has given no credentials that fit.");
        }
        return new OperationFailedException(
                message.toString(), retry(operation.method(), status), OptionalInt.of(status), null);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.toSeconds());
    }

    private static OperationFailedException.Retry retry(String method, int status) {
        if (status == 429 || status == 503 || status == 425) {
            return OperationFailedException.Retry.LATER;
        }
        boolean transientFault = status == 408 || status >= 500;
        if (!transientFault) {
            return OperationFailedException.Retry.NO;
        }
        return Set.of("GET", "HEAD", "OPTIONS", "TRACE").contains(method)
                ? OperationFailedException.Retry.LATER
                : OperationFailedException.Retry.UNKNOWN;
    }

    private static String body(HttpOperation operation, Wire.Response response, Mask mask) {
        String type =
                Results.plain(response.headers().firstValue("Content-Type").orElse(""));
        if (Results.isJson(type)) {
            Set<String> fields = Results.declared(operation.responses(), response.status())
                    .map(HttpResponse::fields)
                    .orElse(Set.of());
            return json(Results.text(response), fields, mask);
        }
        return type.equals("text/plain") ? Excerpt.of(line(mask.text(Results.text(response))), MAX_TEXT) : "";
    }

    private static String json(String text, Set<String> fields, Mask mask) {
        try {
            Object value = mask.value(Json.read(text));
            Object shown = value instanceof Map<?, ?> object ? chosen(object, fields) : value;
            boolean nothing = shown == null || (shown instanceof Map<?, ?> map && map.isEmpty());
            return nothing ? "" : Excerpt.of(line(Json.write(shown)), MAX_CHARACTERS);
        } catch (NotJsonException e) {
            return "";
        }
    }

    private static Map<String, @Nullable Object> chosen(Map<?, ?> object, Set<String> fields) {
        Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
        boolean declared = object.keySet().stream().anyMatch(fields::contains);
        object.forEach((key, item) -> {
            String name = (String) key;
            boolean wanted = declared ? fields.contains(name) : USUAL.contains(name);
            if (wanted && !INSIDES.contains(name) && !isTrace(name)) {
                chosen.put(name, withoutTraces(item));
            }
        });
        return chosen;
    }

    private static @Nullable Object withoutTraces(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> kept = new LinkedHashMap<>();
            map.forEach((key, item) -> {
                if (!isTrace((String) key)) {
                    kept.put((String) key, withoutTraces(item));
                }
            });
            return kept;
        }
        return value instanceof List<?> list
                ? list.stream().map(Failures::withoutTraces).collect(Collectors.toCollection(ArrayList::new))
                : value;
    }

    private static boolean isTrace(String name) {
        return TRACES.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String line(String text) {
        return UNSEEN.matcher(text).replaceAll(" ").strip();
    }
}
