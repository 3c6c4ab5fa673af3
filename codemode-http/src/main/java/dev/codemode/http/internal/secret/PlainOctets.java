package dev.codemode.http.internal.secret;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A text in one spelling: with percent-encoding (RFC 3986, 2.1) and the escapes of JSON (RFC 8259, 7) and HTML decoded,
 * even within one another, and base64url as base64. It is for comparing, not for reading, since different texts can
 * have the same plain spelling. Confined to one thread at a time.
 */
final class PlainOctets {
    /** Anyone who nests deeper does so on purpose. */
    private static final int MAX_LAYERS = 5;

    private byte[] octets;
    private int length;
    private int @Nullable [] starts;

    private PlainOctets(byte[] octets, int @Nullable [] starts) {
        this.octets = octets;
        this.length = octets.length;
        this.starts = starts;
    }

    /** @param places whether {@link #start} will be asked */
    static PlainOctets of(byte[] octets, boolean places) {
        PlainOctets plain = new PlainOctets(octets, places ? identity(octets.length) : null);
        int layer = 0;
        while (layer < MAX_LAYERS && plain.decode()) {
            layer++;
        }
        return plain;
    }

    private static int[] identity(int length) {
        int[] starts = new int[length + 1];
        for (int i = 0; i <= length; i++) {
            starts[i] = i;
        }
        return starts;
    }

    /** Returns the octets, one per character. Base64 characters that have two spellings become one. */
    String text() {
        byte[] folded = new byte[length];
        for (int i = 0; i < length; i++) {
            folded[i] = switch (octets[i]) {
                case '+', '-' -> ' ';
                case '_' -> '/';
                default -> octets[i];
            };
        }
        return new String(folded, StandardCharsets.ISO_8859_1);
    }

    /** Returns where the spelling of an octet begins; for the end of the text, its position. */
    int start(int octet) {
        return starts == null ? octet : starts[octet];
    }

    /** Removes one layer of escapes; returns whether there was any. */
    private boolean decode() {
        int first = firstEscape();
        if (first == length) {
            return false;
        }
        byte[] out = new byte[length];
        int[] places = starts == null ? null : new int[length + 1];
        int written = 0;
        int at = 0;
        while (at < length) {
            Escape escape = at < first ? null : Escape.at(octets, at, length);
            int count = escape == null ? 1 : escape.octets().length;
            for (int i = 0; i < count; i++) {
                if (places != null && starts != null) {
                    places[written] = starts[at];
                }
                out[written++] = escape == null ? octets[at] : escape.octets()[i];
            }
            at += escape == null ? 1 : escape.length();
        }
        boolean changed = written < length;
        if (places != null && starts != null) {
            places[written] = starts[length];
            starts = places;
        }
        octets = out;
        length = written;
        return changed;
    }

    private int firstEscape() {
        int at = 0;
        while (at < length && octets[at] != '%' && octets[at] != '\\' && octets[at] != '&') {
            at++;
        }
        return at;
    }

    /**
     * An escape that stands for other octets.
     *
     * @param length how many octets it occupies
     * @param octets what it stands for
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Escape(int length, byte[] octets) {
        private static final int MAX_REFERENCE = 12;

        /** Returns the escape at this position, or null. */
        static @Nullable Escape at(byte[] in, int at, int end) {
            return switch (in[at]) {
                case '%' -> hex(in, at + 1, end, 2) < 0 ? null : octet(3, hex(in, at + 1, end, 2));
                case '\\' -> backslash(in, at, end);
                case '&' -> reference(in, at, end);
                default -> null;
            };
        }

        private static Escape octet(int length, int octet) {
            return new Escape(length, new byte[] {(byte) octet});
        }

        private static Escape character(int length, int codePoint) {
            return new Escape(length, Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        }

        private static Escape backslash(byte[] in, int at, int end) {
            char next = at + 1 < end ? (char) in[at + 1] : ' ';
            int unit = next == 'u' ? hex(in, at + 2, end, 4) : -1;
            if (unit >= 0) {
                boolean high = Character.isHighSurrogate((char) unit);
                int low =
                        high && at + 7 < end && in[at + 6] == '\\' && in[at + 7] == 'u' ? hex(in, at + 8, end, 4) : -1;
                return low >= 0 && Character.isLowSurrogate((char) low)
                        ? character(12, Character.toCodePoint((char) unit, (char) low))
                        : character(6, unit);
            }
            int octet = next == 'x' ? hex(in, at + 2, end, 2) : -1;
            // Before any other character, a backslash means only that character itself.
            return octet >= 0 ? octet(4, octet) : new Escape(1, new byte[0]);
        }

        private static @Nullable Escape reference(byte[] in, int at, int end) {
            int semicolon = at + 1;
            while (semicolon < end && semicolon - at < MAX_REFERENCE && in[semicolon] != ';') {
                semicolon++;
            }
            if (semicolon >= end || in[semicolon] != ';') {
                return null;
            }
            int codePoint =
                    HtmlCharacters.codePoint(new String(in, at + 1, semicolon - at - 1, StandardCharsets.ISO_8859_1));
            return codePoint < 0 ? null : character(semicolon - at + 1, codePoint);
        }

        /** Returns the number written with that many hexadecimal digits, or −1 if there are none. */
        private static int hex(byte[] in, int at, int end, int digits) {
            if (at + digits > end) {
                return -1;
            }
            int number = 0;
            for (int i = at; i < at + digits; i++) {
                if (in[i] < 0 || !HexFormat.isHexDigit(in[i])) {
                    return -1;
                }
                number = number << 4 | HexFormat.fromHexDigit(in[i]);
            }
            return number;
        }
    }
}
