package dev.codemode.http.internal.secret;

import dev.codemode.http.Authorization;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides the secrets of a request where its response repeats them. Invariant, held by {@code SecretMaskTest}: no text that a
 * script gets contains a secret of {@value #MIN_CHARACTERS} characters or more, in whichever spelling
 * {@link SecretSpellings} names. A secret that a server changes in other ways (letters apart, two parts, another
 * alphabet) is not found. Immutable and thread-safe.
 */
public final class SecretMask {
    /** A shorter secret would match by chance, and masking it would spoil the data. */
    static final int MIN_CHARACTERS = 8;

    private static final SecretMask NOTHING = new SecretMask(Set.of());
    private static final String MASK = "***";
    private static final int MAX_DIGITS = 1_000;

    private final SecretSpellings spellings;
    private final List<String> digits;

    private SecretMask(Set<String> secrets) {
        List<String> longer = secrets.stream()
                .filter(secret -> secret.length() >= MIN_CHARACTERS)
                .toList();
        this.spellings = SecretSpellings.of(longer);
        this.digits = longer.stream()
                .filter(secret -> secret.chars().allMatch(c -> c >= '0' && c <= '9'))
                .map(secret -> secret.replaceFirst("^0+", ""))
                .filter(number -> number.length() >= MIN_CHARACTERS - 2)
                .toList();
    }

    /** Returns the mask for what was added to a request. */
    public static SecretMask of(Authorization authorization) {
        if (authorization.isEmpty()) {
            return NOTHING;
        }
        Set<String> secrets = new LinkedHashSet<>();
        authorization.headers().values().forEach(value -> addHeader(value, secrets));
        secrets.addAll(authorization.query().values());
        secrets.addAll(authorization.cookies().values());
        return new SecretMask(secrets);
    }

    /**
     * For {@code Bearer secret} the secret is hidden too, for {@code Basic} also the name and password that it encodes.
     */
    private static void addHeader(String value, Set<String> secrets) {
        secrets.add(value);
        int blank = value.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String credentials = value.substring(blank + 1);
        secrets.add(credentials);
        if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
            String decoded = decoded(credentials);
            secrets.add(decoded);
            secrets.add(decoded.substring(decoded.indexOf(':') + 1));
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Returns the text without secrets. */
    public String text(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        byte[] masked = spellings.replaced(octets, MASK);
        return masked == octets ? text : new String(masked, StandardCharsets.UTF_8);
    }

    /** Returns the bytes without secrets. */
    public byte[] bytes(byte[] bytes) {
        return spellings.replaced(bytes, MASK);
    }

    /** Returns the plain JSON value without secrets, in its keys as well. */
    public @Nullable Object value(@Nullable Object value) {
        if (spellings.isEmpty()) {
            return value;
        }
        if (value instanceof String text) {
            return text(text);
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> masked = new ArrayList<>(list.size());
            list.forEach(item -> masked.add(value(item)));
            return masked;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            map.forEach((key, item) -> masked.put(text((String) key), value(item)));
            return masked;
        }
        return value instanceof Number number && isSecret(number) ? MASK : value;
    }

    private boolean isSecret(Number number) {
        if (digits.isEmpty()) {
            return false;
        }
        String plain = plain(number);
        return digits.stream().anyMatch(plain::contains);
    }

    private static String plain(Number number) {
        if (number instanceof Long || number instanceof Integer || number instanceof BigInteger) {
            return number.toString();
        }
        try {
            BigDecimal decimal = new BigDecimal(number.toString());
            return Math.abs((long) decimal.scale()) > MAX_DIGITS ? number.toString() : decimal.toPlainString();
        } catch (NumberFormatException e) {
            return number.toString();
        }
    }
}
