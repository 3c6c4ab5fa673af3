package dev.codemode.http.internal.client;

import java.nio.charset.StandardCharsets;

/**
 * The body of a request.
 *
 * @param contentType the value of {@code Content-Type}
 * @param bytes the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared and never copied
public record Payload(String contentType, byte[] bytes) {
    /** Returns a body of UTF-8. */
    public static Payload utf8(String contentType, String text) {
        return new Payload(contentType, text.getBytes(StandardCharsets.UTF_8));
    }
}
