package dev.codemode.http.internal.secret;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The spellings of secrets that servers use without malice: percent-encoded, escaped for JSON or HTML, each of them
 * also within another; in base64 and base64url at any offset of the encoded text, in hexadecimal, in UTF-16 and
 * ISO-8859-1. Texts and secrets are converted to {@link PlainOctets one spelling}, and then compared; the work is
 * proportional to the text. Immutable and thread-safe.
 */
final class SecretSpellings {
    private final List<Spelling> spellings;
    private final int shortest;

    private SecretSpellings(Set<Spelling> spellings) {
        this.spellings = spellings.stream()
                .sorted(Comparator.comparingInt(
                                (Spelling spelling) -> spelling.octets().length())
                        .reversed())
                .toList();
        this.shortest = spellings.stream()
                .mapToInt(spelling -> spelling.octets().length())
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * What to look for.
     *
     * @param octets one octet per character
     * @param before how many characters before it also belong to the secret
     * @param after how many characters after it do
     * @param anyCase whether case is ignored
     */
    private record Spelling(String octets, int before, int after, boolean anyCase) {}

    static SecretSpellings of(List<String> secrets) {
        Set<Spelling> spellings = new LinkedHashSet<>();
        for (String secret : secrets) {
            add(secret.getBytes(StandardCharsets.UTF_8), spellings);
            if (StandardCharsets.ISO_8859_1.newEncoder().canEncode(secret)) {
                add(secret.getBytes(StandardCharsets.ISO_8859_1), spellings);
            }
            for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                spellings.add(plain(secret.getBytes(charset)));
            }
        }
        return new SecretSpellings(spellings);
    }

    private static void add(byte[] secret, Set<Spelling> spellings) {
        spellings.add(plain(secret));
        spellings.add(new Spelling(HexFormat.of().formatHex(secret), 0, 0, true));
        for (int place = 0; place < 3; place++) {
            spellings.add(base64(secret, place));
        }
    }

    private static Spelling plain(byte[] octets) {
        return new Spelling(PlainOctets.of(octets, false).text(), 0, 0, false);
    }

    /**
     * Returns the base64 characters (RFC 4648, 4) that depend only on the secret, if it is encoded at an offset of this
     * many octets more than a multiple of three. Those at either end also depend on the octets next to it.
     */
    private static Spelling base64(byte[] secret, int place) {
        byte[] shifted = new byte[place + secret.length];
        System.arraycopy(secret, 0, shifted, place, secret.length);
        String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int before = place == 0 ? 0 : place + 1;
        int after = shifted.length % 3 == 0 ? 0 : 1;
        String core = encoded.substring(before, encoded.length() - after);
        return new Spelling(
                PlainOctets.of(core.getBytes(StandardCharsets.ISO_8859_1), false)
                        .text(),
                Math.min(before, 1),
                after,
                false);
    }

    boolean isEmpty() {
        return spellings.isEmpty();
    }

    /** Returns the octets with each secret replaced by the mask; the same array if there is none. */
    byte[] replaced(byte[] octets, String mask) {
        if (octets.length < shortest) {
            return octets;
        }
        String plain = PlainOctets.of(octets, false).text();
        String small = plain.toLowerCase(Locale.ROOT);
        List<int[]> places = new ArrayList<>();
        for (Spelling spelling : spellings) {
            find(spelling, spelling.anyCase() ? small : plain, places);
        }
        return places.isEmpty() ? octets : replaced(octets, merged(places), mask);
    }

    private static void find(Spelling spelling, String text, List<int[]> places) {
        int length = spelling.octets().length();
        for (int at = text.indexOf(spelling.octets()); at >= 0; at = text.indexOf(spelling.octets(), at + length)) {
            int end = Math.min(text.length(), at + length + spelling.after());
            while (spelling.after() > 0 && end < text.length() && text.charAt(end) == '=') {
                end++;
            }
            places.add(new int[] {Math.max(0, at - spelling.before()), end});
        }
    }

    /** Returns the places in order, with overlapping ones merged. */
    private static List<int[]> merged(List<int[]> places) {
        places.sort(Comparator.comparingInt(place -> place[0]));
        List<int[]> merged = new ArrayList<>();
        for (int[] place : places) {
            int[] last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && place[0] < last[1]) {
                last[1] = Math.max(last[1], place[1]);
            } else {
                merged.add(place);
            }
        }
        return merged;
    }

    private static byte[] replaced(byte[] octets, List<int[]> places, String mask) {
        PlainOctets plain = PlainOctets.of(octets, true);
        ByteArrayOutputStream replaced = new ByteArrayOutputStream(octets.length);
        int from = 0;
        for (int[] place : places) {
            int start = plain.start(place[0]);
            replaced.write(octets, from, start - from);
            replaced.writeBytes(mask.getBytes(StandardCharsets.ISO_8859_1));
            from = plain.start(place[1]);
        }
        replaced.write(octets, from, octets.length - from);
        return replaced.toByteArray();
    }
}
