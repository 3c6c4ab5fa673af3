package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.Percent;
import dev.codemode.http.internal.secret.ControlCharacters;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.source.OperationFailedException;
import java.nio.charset.CharacterCodingException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One segment of a path as it is put together. Invariant, held by {@code HttpInjectionTest}: whatever it is put
 * together from, neither it nor anything that servers and proxies decode it to, however often, has a part that consists
 * only of dots. Confined to one thread at a time.
 */
final class PathSegment {
    private static final Pattern PARTS = Pattern.compile("[/\\\\]");

    /** The encoding of values, and what else servers and proxies may decode. */
    private static final int MAX_DECODINGS = 6;

    private final StringBuilder encoded = new StringBuilder();
    private final Set<String> arguments = new LinkedHashSet<>();
    private boolean mixed;

    void literal(String text) {
        mixed = true;
        encoded.append(Percent.segment(text));
    }

    void value(String argument, String text) {
        mixed |= !encoded.isEmpty();
        arguments.add(argument);
        encoded.append(text);
    }

    /** Returns the segment, encoded. */
    String checked() {
        String seen = encoded.toString();
        if (arguments.isEmpty()) {
            if (hasDots(seen)) {
                throw new OperationFailedException(
                        "The operation's own path has '.' or '..' as a part: no request goes there.");
            }
            return seen;
        }
        for (int i = 0; i <= MAX_DECODINGS; i++) {
            if (hasDots(seen) || hasDots(Normalizer.normalize(seen, Normalizer.Form.NFKC))) {
                throw refusal("must not " + dots() + "\": it would lead to another path.");
            }
            String decoded = decoded(seen);
            if (decoded.equals(seen)) {
                return encoded.toString();
            }
            seen = decoded;
        }
        throw refusal("is percent-encoded too many times. Pass it unencoded: it will be encoded.");
    }

    private String dots() {
        String text = Excerpt.of(decoded(encoded.toString()), 40);
        return mixed
                ? "give a path segment with '.' or '..' as a part, but would give \"" + text
                : "have '.' or '..' as a part, but was \"" + text;
    }

    private String decoded(String text) {
        try {
            String decoded = Percent.decoded(text);
            if (ControlCharacters.in(decoded, "")) {
                throw refusal("must not have control characters, not even encoded ones.");
            }
            return decoded;
        } catch (CharacterCodingException e) {
            throw refusal("is percent-encoded, and not in UTF-8. Pass it unencoded: it will be encoded.");
        }
    }

    private OperationFailedException refusal(String reason) {
        return Refusal.of(String.join("' and '", arguments), reason);
    }

    private static boolean hasDots(String text) {
        if (text.indexOf('.') < 0) {
            return false;
        }
        for (String part : PARTS.split(text, -1)) {
            int parameters = part.indexOf(';');
            String name = (parameters < 0 ? part : part.substring(0, parameters)).strip();
            if (name.equals(".") || name.equals("..")) {
                return true;
            }
        }
        return false;
    }
}
