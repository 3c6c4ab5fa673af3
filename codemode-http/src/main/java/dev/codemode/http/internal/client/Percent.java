package dev.codemode.http.internal.client;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encoding (RFC 3986, 2.1) and the encoding of forms (URL Standard, 5.2). Holds no state. */
public final class Percent {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~";

    /** Characters of RFC 3986, 2.2, that separate nothing within a query: neither parameters nor a fragment. */
    private static final String RESERVED = UNRESERVED + ":/?@!$'()*,";

    /** Characters that a path segment may contain unencoded: RFC 3986, 3.3. */
    private static final String SEGMENT = UNRESERVED + "!$&'()*+,;=:@";

    /** Characters that a query may contain unencoded (RFC 3986, 3.4), and the one that begins an encoded octet. */
    private static final String QUERY = SEGMENT + "/?%";

    private static final String FORM = "*-._";

    private Percent() {}

    /** Encodes all characters except unreserved ones. */
    public static String strictly(String text) {
        return encoded(text, UNRESERVED);
    }

    /**
     * Encodes a part of a query that may contain reserved characters; characters that separate parameters are still
     * encoded.
     */
    public static String reserved(String text) {
        return encoded(text, RESERVED);
    }

    /** Encodes the literal text of a document's path. */
    public static String segment(String text) {
        return encoded(text, SEGMENT);
    }

    /** Encodes what no query can contain; what is already encoded stays. */
    public static String query(String text) {
        return encoded(text, QUERY);
    }

    /** Encodes a name or value of a form. */
    public static String form(String text) {
        return encoded(text, FORM).replace("%20", "+");
    }

    private static String encoded(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            boolean plain = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || kept.indexOf(character) >= 0;
            if (plain) {
                encoded.append(character);
            } else {
                encoded.append('%');
                HEX.toHexDigits(encoded, octet);
            }
        }
        return encoded.toString();
    }

    /**
     * Returns the text with each {@code %XX} decoded; other characters stay.
     *
     * @throws CharacterCodingException if the octets are not UTF-8
     */
    public static String decoded(String text) throws CharacterCodingException {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int length = 0;
        for (int i = 0; i < in.length; i++) {
            boolean escape = in[i] == '%'
                    && i + 2 < in.length
                    && HexFormat.isHexDigit(in[i + 1])
                    && HexFormat.isHexDigit(in[i + 2]);
            if (escape) {
                out[length++] = (byte) (HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2]));
                i += 2;
            } else {
                out[length++] = in[i];
            }
        }
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(out, 0, length))
                .toString();
    }
}
