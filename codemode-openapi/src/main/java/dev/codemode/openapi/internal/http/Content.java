package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.Payload;
import dev.codemode.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the body of a request from the arguments. Holds no state. */
final class Content {
    private Content() {}

    /** Returns the body made from the arguments, or null if they contain none. */
    static @Nullable Payload of(HttpOperation operation, Map<String, @Nullable Object> arguments) {
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
        if (!body.properties().others()) {
            properties.keySet().retainAll(body.properties().names());
        }
        return properties;
    }

    private static Payload written(HttpBody body, String argument, @Nullable Object value) {
        return switch (body.kind()) {
            case JSON -> Payload.utf8(jsonType(body, value), Json.write(value));
            case FORM -> Payload.utf8(body.mediaType(), FormText.of(argument, value, body.parts()));
            case MULTIPART -> Multipart.of(body, argument, value);
            case TEXT -> Payload.utf8(withCharset(body.mediaType()), Spelling.plain(value));
            case BINARY -> file(body, FileArgument.of(argument, value));
        };
    }

    private static Payload file(HttpBody body, FileArgument file) {
        return new Payload(file.type().isEmpty() ? body.mediaType() : file.type(), file.bytes());
    }

    private static String jsonType(HttpBody body, @Nullable Object value) {
        String ofArrays = body.arrayMediaType();
        return value instanceof List && ofArrays != null ? ofArrays : body.mediaType();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String withCharset(String mediaType) {
        return mediaType.contains("charset") ? mediaType : mediaType + "; charset=utf-8";
    }

    /** Returns the bytes that an argument contains in base64. */
    static byte[] bytes(String argument, @Nullable Object value) {
        try {
            return Base64.getDecoder().decode(Spelling.plain(value));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(argument, "must be base64 (RFC 4648, 4): it holds bytes.");
        }
    }

    static Map<?, ?> object(String argument, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw Refusal.of(argument, "must be an object: it is written as a form.");
    }
}
