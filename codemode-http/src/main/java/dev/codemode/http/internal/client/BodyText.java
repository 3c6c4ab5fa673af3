package dev.codemode.http.internal.client;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the body of a response as text. Holds no state. */
public final class BodyText {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9_.:-]+)");

    private BodyText() {}

    /** Returns the body in its charset, without a byte order mark; JSON is UTF-8 (RFC 8259, 8.1). */
    public static String of(BoundedClient.Response response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        String text = new String(response.body(), charset(type));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Returns whether the value of a {@code Content-Type} names a charset. */
    public static boolean namesCharset(String contentType) {
        return CHARSET.matcher(contentType).find();
    }

    /** Returns the charset that the value of a {@code Content-Type} names; UTF-8 if it names none that is known. */
    public static Charset charset(String contentType) {
        if (contentType.indexOf('=') < 0) {
            return StandardCharsets.UTF_8;
        }
        Matcher matcher = CHARSET.matcher(contentType);
        try {
            return matcher.find() ? Charset.forName(matcher.group(1)) : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
