package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.Authorization;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides the secrets of a request where its response repeats them. Invariant, held by {@code MaskTest}: no text that a
 * script gets contains a secret of {@value #MIN_CHARACTERS} characters or more, nor its usual encodings. Immutable and
 * thread-safe.
 */
final class Mask {
    /** A shorter secret would be found by chance, and masking it would spoil the data. */
    static final int MIN_CHARACTERS = 8;

    private static final String MASK = "***";

    private final List<String> secrets;

    private Mask(Set<String> secrets) {
        this.secrets = secrets.stream()
                .filter(secret -> secret.length() >= MIN_CHARACTERS)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** Returns the mask of what was added to a request. */
    static Mask of(Authorization authorization) {
        Set<String> secrets = new LinkedHashSet<>();
        authorization.headers().values().forEach(value -> addHeader(value, secrets));
        authorization.query().values().forEach(value -> add(value, secrets));
        authorization.cookies().values().forEach(value -> add(value, secrets));
        return new Mask(secrets);
    }

    /** {@code Bearer secret} hides the secret too, {@code Basic} also the name and password that it encodes. */
    private static void addHeader(String value, Set<String> secrets) {
        add(value, secrets);
        int blank = value.indexOf(' ');
        if (blank < 0) {
            return;
        }
        String credentials = value.substring(blank + 1);
        add(credentials, secrets);
        if (value.regionMatches(true, 0, "Basic ", 0, 6)) {
            String decoded = decoded(credentials);
            add(decoded, secrets);
            add(decoded.substring(decoded.indexOf(':') + 1), secrets);
        }
    }

    private static String decoded(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void add(String secret, Set<String> secrets) {
        secrets.add(secret);
        if (secret.length() >= MIN_CHARACTERS) {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            secrets.add(Base64.getEncoder().encodeToString(bytes));
            secrets.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
            secrets.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
            secrets.add(Percent.strictly(secret));
            secrets.add(Percent.form(secret));
        }
    }

    /** Returns the text without secrets. */
    String text(String text) {
        String masked = text;
        for (String secret : secrets) {
            masked = masked.contains(secret) ? masked.replace(secret, MASK) : masked;
        }
        return masked;
    }

    /** Returns the bytes without secrets. */
    byte[] bytes(byte[] bytes) {
        if (secrets.isEmpty()) {
            return bytes;
        }
        String octets = new String(bytes, StandardCharsets.ISO_8859_1);
        String masked = octets;
        for (String secret : secrets) {
            String encoded = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            masked = masked.contains(encoded) ? masked.replace(encoded, MASK) : masked;
        }
        return masked.equals(octets) ? bytes : masked.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Returns the plain JSON value without secrets, in its keys neither. */
    @Nullable Object value(@Nullable Object value) {
        if (secrets.isEmpty()) {
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
        return value;
    }
}
