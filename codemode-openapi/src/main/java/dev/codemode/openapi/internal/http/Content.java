package dev.codemode.openapi.internal.http;

import dev.codemode.internal.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request.
 *
 * @param contentType the value of {@code Content-Type}
 * @param bytes the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied by nobody
record Content(String contentType, byte[] bytes) {
    /** Returns the body that the arguments give, or null where they give none. */
    static @Nullable Content of(HttpOperation operation, Map<String, @Nullable Object> arguments) {
        HttpBody body = operation.body();
        if (body == null) {
            return null;
        }
        String argument = body.argument();
        if (argument != null) {
            return arguments.containsKey(argument) ? written(body, argument, arguments.get(argument)) : null;
        }
        Map<String, @Nullable Object> properties = properties(operation, body, arguments);
        return properties.isEmpty() && !body.required() ? null : written(body, "body", properties);
    }

    private static Map<String, @Nullable Object> properties(
            HttpOperation operation, HttpBody body, Map<String, @Nullable Object> arguments) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>(arguments);
        operation.parameters().forEach(parameter -> properties.remove(parameter.argument()));
        if (!body.others()) {
            properties.keySet().retainAll(body.properties());
        }
        return properties;
    }

    private static Content written(HttpBody body, String argument, @Nullable Object value) {
        return switch (body.kind()) {
            case JSON -> new Content(body.mediaType(), utf8(Json.write(value)));
            case FORM -> new Content(body.mediaType(), utf8(form(body, value)));
            case MULTIPART -> Multipart.of(body, object(argument, value));
            case TEXT -> new Content(withCharset(body.mediaType()), utf8(Spelling.plain(value)));
            case BINARY -> new Content(body.mediaType(), bytes(argument, value));
        };
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withCharset(String mediaType) {
        return mediaType.contains("charset") ? mediaType : mediaType + "; charset=utf-8";
    }

    /** Returns the bytes that an argument holds in base64. */
    static byte[] bytes(String argument, @Nullable Object value) {
        try {
            return Base64.getDecoder().decode(Spelling.plain(value));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(argument, "must be base64 (RFC 4648, 4): it stands for bytes.");
        }
    }

    static Map<?, ?> object(String argument, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw Refusal.of(argument, "must be an object: it is written as a form.");
    }

    private static String form(HttpBody body, @Nullable Object value) {
        Spelling spelling = new Spelling(Percent::form);
        List<Spelling.Pair> pairs = new ArrayList<>();
        object("body", value).forEach((name, item) -> {
            if (item != null) {
                pairs.addAll(field(spelling, (String) name, item, body.parts().get(name)));
            }
        });
        return pairs.stream().map(Spelling.Pair::text).collect(Collectors.joining("&"));
    }

    private static List<Spelling.Pair> field(
            Spelling spelling, String name, Object value, HttpBody.@Nullable Part part) {
        if (part != null && part.style() != null) {
            return switch (part.style()) {
                case DEEP_OBJECT -> spelling.deep(name, value);
                case SPACE_DELIMITED -> spelling.pairs(name, value, part.explode(), "+");
                case PIPE_DELIMITED -> spelling.pairs(name, value, part.explode(), "%7C");
                case TAB_DELIMITED -> spelling.pairs(name, value, part.explode(), "%09");
                default -> spelling.pairs(name, value, part.explode(), ",");
            };
        }
        if (part != null && part.contentType() != null && part.contentType().contains("json")) {
            return spelling.pairs(name, Json.write(value), false, ",");
        }
        // No style says how objects nest; brackets are what servers of forms agree on.
        boolean nested = value instanceof Map
                || (value instanceof List<?> list && list.stream().anyMatch(item -> item instanceof Map));
        return nested ? spelling.deep(name, value) : spelling.pairs(name, value, true, ",");
    }
}
