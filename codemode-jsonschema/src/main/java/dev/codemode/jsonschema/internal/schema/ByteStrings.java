package dev.codemode.jsonschema.internal.schema;

import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.words.MediaType;
import java.util.Set;

/** Recognises strings that stand for bytes (OpenAPI 3.0, 4.7.14.2; 3.1, 4.8.14.2). Holds no state. */
public final class ByteStrings {
    private static final Set<String> FORMATS = Set.of("binary", "byte", "base64", "base64url");

    /** Encodings of text within text (RFC 2045, 6.2), which do not stand for bytes. */
    private static final Set<String> PLAIN_ENCODINGS = Set.of("7bit", "8bit", "quoted-printable");

    private ByteStrings() {}

    /**
     * Returns whether a string stands for bytes. Without an encoding, a text media type says what the text is (JSON
     * Schema 2020-12 Validation, 8.4).
     */
    public static boolean matches(Located at) {
        if (FORMATS.contains(at.text("format").orElse(""))) {
            return true;
        }
        if (at.text("contentEncoding").isPresent()) {
            return !PLAIN_ENCODINGS.contains(at.text("contentEncoding").get());
        }
        String media = at.text("contentMediaType").map(MediaType::plain).orElse("");
        return !media.isEmpty() && !MediaType.isText(media) && !MediaType.isJson(media);
    }

    /** Returns whether the bytes are as they are in the document, without an encoding that makes them text. */
    static boolean isRaw(Located at) {
        boolean media = at.text("contentMediaType").isPresent()
                && at.text("contentEncoding").isEmpty()
                && matches(at);
        return media || at.text("format").filter("binary"::equals).isPresent();
    }
}
