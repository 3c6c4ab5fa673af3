package dev.codemode.typescript.internal.strip;

import dev.codemode.sandbox.SourcePosition;
import java.util.ArrayList;
import java.util.List;

/**
 * A source map of one source (ECMA-426, 9), read in one direction: from generated positions to original ones.
 * Immutable.
 */
final class SourceMap {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int CONTINUES = 32;
    private static final int COLUMN = 0;
    private static final int SOURCE_LINE = 2;
    private static final int SOURCE_COLUMN = 3;

    /** For each line, the segments as {@code [column, source line, source column]}, from 0. */
    private final List<List<int[]>> lines = new ArrayList<>();

    private SourceMap() {}

    /** Reads the {@code mappings} of a map, up to the first fault in them. */
    static SourceMap of(String mappings) {
        SourceMap map = new SourceMap();
        int[] state = new int[5];
        for (String line : mappings.split(";", -1)) {
            List<int[]> segments = new ArrayList<>();
            state[COLUMN] = 0;
            for (String segment : line.split(",", -1)) {
                if (add(segment, state) >= 4) {
                    segments.add(new int[] {state[COLUMN], state[SOURCE_LINE], state[SOURCE_COLUMN]});
                }
            }
            map.lines.add(segments);
        }
        return map;
    }

    /** Adds the numbers of a segment, and returns how many there were. */
    private static int add(String segment, int[] state) {
        int count = 0;
        int value = 0;
        int shift = 0;
        for (int i = 0; i < segment.length() && count < state.length; i++) {
            int digit = DIGITS.indexOf(segment.charAt(i));
            if (digit < 0 || shift > 25) {
                return 0;
            }
            value |= (digit & (CONTINUES - 1)) << shift;
            shift += 5;
            if ((digit & CONTINUES) == 0) {
                state[count++] += (value & 1) == 0 ? value >> 1 : -(value >> 1);
                value = 0;
                shift = 0;
            }
        }
        return count;
    }

    /** Returns the original of a position: that of the last segment before it. */
    SourcePosition original(SourcePosition generated) {
        int[] found = {0, 0, 0};
        for (int line = 0; line < Math.min(generated.line(), lines.size()); line++) {
            boolean same = line + 1 == generated.line();
            for (int[] segment : lines.get(line)) {
                if (!same || segment[0] < generated.column()) {
                    found = segment;
                }
            }
        }
        return new SourcePosition(found[1] + 1, found[2] + 1);
    }
}
