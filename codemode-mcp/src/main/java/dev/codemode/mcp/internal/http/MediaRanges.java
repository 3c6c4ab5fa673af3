package dev.codemode.mcp.internal.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a client accepts, as its {@code Accept} header says (RFC 9110, section 12.5.1). Immutable and thread-safe. */
final class MediaRanges {
    private record Range(String type, double weight) {
        /**
         * Returns 0 for a range that does not contain the type, otherwise a number that is higher the more exactly it
         * names it.
         */
        int closeness(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            String kind = mediaType.substring(0, mediaType.indexOf('/') + 1);
            if (type.equals(kind + "*")) {
                return 2;
            }
            return type.equals("*/*") || type.equals("*") ? 1 : 0;
        }
    }

    private final List<Range> ranges = new ArrayList<>();

    /** Reads every value of the header. */
    MediaRanges(List<String> values) {
        for (String value : values) {
            for (String range : value.toLowerCase(Locale.ROOT).split(",", -1)) {
                if (!range.isBlank()) {
                    ranges.add(read(range));
                }
            }
        }
    }

    private static Range read(String text) {
        String[] parts = text.split(";", -1);
        double weight = 1;
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2 && parameter[0].strip().equals("q")) {
                weight = weight(parameter[1].strip());
            }
        }
        return new Range(parts[0].strip(), weight);
    }

    private static double weight(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    /**
     * Returns whether the type is accepted: the range that names it most exactly has a weight above zero. Without any
     * range, everything is accepted.
     *
     * @param mediaType in lower case, without parameters
     */
    boolean allow(String mediaType) {
        int closest = 0;
        double weight = ranges.isEmpty() ? 1 : 0;
        for (Range range : ranges) {
            int closeness = range.closeness(mediaType);
            if (closeness > closest || (closeness == closest && closeness > 0)) {
                weight = closeness == closest ? Math.max(weight, range.weight) : range.weight;
                closest = closeness;
            }
        }
        return weight > 0;
    }
}
