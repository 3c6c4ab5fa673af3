package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.BodyText;
import dev.codemode.http.internal.client.BoundedClient;
import dev.codemode.http.internal.secret.SecretMask;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.source.OperationFailedException;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Turns a successful response into a plain JSON value. Holds no state. */
final class ResponseValues {
    private ResponseValues() {}

    static @Nullable Object of(HttpOperation operation, BoundedClient.Response response, SecretMask mask) {
        Object data = data(operation, response, mask);
        if (operation.answers().headers().isEmpty()) {
            return data;
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("data", data);
        result.put("headers", headers(operation.answers().headers(), response.headers(), mask));
        return result;
    }

    private static Map<String, @Nullable Object> headers(List<String> names, HttpHeaders headers, SecretMask mask) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (String name : names) {
            List<String> values = headers.allValues(name);
            if (!values.isEmpty()) {
                shown.put(name, mask.text(String.join(", ", values)));
            }
        }
        return shown;
    }

    private static @Nullable Object data(HttpOperation operation, BoundedClient.Response response, SecretMask mask) {
        byte[] body = response.body();
        if (body.length == 0 || operation.method().equals("HEAD")) {
            return null;
        }
        Optional<HttpResponse> declared = declared(operation.answers().responses(), response.status());
        Optional<String> said = response.headers().firstValue("Content-Type").filter(type -> !type.isBlank());
        String type = said.or(
                        () -> declared.flatMap(one -> one.mediaTypes().stream().findFirst()))
                .orElse("application/octet-stream");
        String plain = MediaType.plain(type);
        if (declared.isPresent() && declared.get().bytes()) {
            return base64(body, mask);
        }
        if (MediaType.isJson(plain)) {
            return declared.isPresent() && declared.get().text() ? jsonText(response, mask) : json(response, mask);
        }
        boolean declaredText = declared.isPresent()
                && declared.get().mediaTypes().stream().map(MediaType::plain).anyMatch(MediaType::isText);
        boolean unsaid = said.isEmpty() || (declaredText && plain.equals("application/octet-stream"));
        boolean text = MediaType.isText(plain) || BodyText.namesCharset(type) || (unsaid && isText(body));
        return text ? mask.text(new String(body, BodyText.charset(type))) : base64(body, mask);
    }

    private static String base64(byte[] body, SecretMask mask) {
        return Base64.getEncoder().encodeToString(mask.bytes(body));
    }

    /**
     * Whether octets without a declared type are UTF-8 without control characters (RFC 9110, 8.3, lets a recipient
     * look).
     */
    private static boolean isText(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .chars()
                    .noneMatch(c -> c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f');
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Returns the declared response of the status: its own, that of its class, or the default one. */
    static Optional<HttpResponse> declared(List<HttpResponse> responses, int status) {
        for (String wanted : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
            for (HttpResponse response : responses) {
                if (response.status().equalsIgnoreCase(wanted)) {
                    return Optional.of(response);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns a JSON string's value; for anything else that the server sends where a string is declared, returns the
     * text itself.
     */
    private static @Nullable Object jsonText(BoundedClient.Response response, SecretMask mask) {
        String text = BodyText.of(response);
        try {
            Object value = Json.read(text);
            return value == null || value instanceof String ? mask.value(value) : mask.text(text);
        } catch (NotJsonException e) {
            return mask.text(text);
        }
    }

    private static @Nullable Object json(BoundedClient.Response response, SecretMask mask) {
        try {
            return mask.value(Json.read(BodyText.of(response)));
        } catch (NotJsonException e) {
            throw new OperationFailedException(
                    "The server answered with " + response.status()
                            + " and a body that is not valid JSON, or repeats a key," + " or nests too deeply.",
                    OperationFailedException.Retry.UNKNOWN,
                    OptionalInt.empty(),
                    e);
        }
    }
}
