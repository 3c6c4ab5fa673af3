package dev.codemode.gateway.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and sizes as people write them. Holds no state. */
final class Quantities {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12}) ?([kKMG]i?)?B?");

    private Quantities() {}

    /** Reads {@code 500ms}, {@code 30s}, {@code 2m}, {@code 1h} or the form of ISO 8601: {@code PT30S}. */
    static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return positive(Duration.parse(text));
        }
        long count = Long.parseLong(matcher.group(1));
        return positive(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(count);
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    default -> Duration.ofHours(count);
                });
    }

    private static Duration positive(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("not above zero");
        }
        return duration;
    }

    /** Reads {@code 4096}, {@code 4kB} (1,000 bytes each) or {@code 4KiB} (1,024 bytes each), with M and G too. */
    static long bytes(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        String unit = matcher.group(2) == null ? "" : matcher.group(2).toUpperCase(Locale.ROOT);
        long step = unit.endsWith("I") ? 1024 : 1000;
        long factor = unit.isEmpty()
                ? 1
                : switch (unit.charAt(0)) {
                    case 'K' -> step;
                    case 'M' -> step * step;
                    default -> step * step * step;
                };
        long bytes = Math.multiplyExact(Long.parseLong(matcher.group(1)), factor);
        if (bytes < 1) {
            throw new IllegalArgumentException(text);
        }
        return bytes;
    }
}
