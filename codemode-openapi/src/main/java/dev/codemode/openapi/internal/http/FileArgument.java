package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.secret.ControlCharacters;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file as a script passes it: only base64, or an object that may also give its name and its type.
 *
 * @param bytes the file
 * @param filename its name, or an empty text
 * @param type its media type, or an empty text
 */
@SuppressWarnings("ArrayRecordComponent") // never compared and never copied
record FileArgument(byte[] bytes, String filename, String type) {
    private static final int MAX_CHARACTERS = 1_000;

    /** A media type with parameters, in characters that a header may contain (RFC 9110, 8.3.1). */
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}/[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}( ?;[ -~]{0,200})?");

    /** Returns the file that an argument stands for. */
    static FileArgument of(String argument, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> file)) {
            return new FileArgument(Content.bytes(argument, value), "", "");
        }
        String type = text(argument, "type", file.get("type"));
        if (!type.isEmpty() && !MEDIA_TYPE.matcher(type).matches()) {
            throw Refusal.of(argument, "must have a 'type' such as \"text/csv\", a media type.");
        }
        return new FileArgument(
                Content.bytes(argument, file.get("content")), text(argument, "filename", file.get("filename")), type);
    }

    private static String text(String argument, String property, @Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text) || ControlCharacters.in(text, "") || text.length() > MAX_CHARACTERS) {
            throw Refusal.of(
                    argument,
                    "must have a '" + property + "' of at most " + MAX_CHARACTERS
                            + " characters, none of them a control character.");
        }
        return text;
    }
}
