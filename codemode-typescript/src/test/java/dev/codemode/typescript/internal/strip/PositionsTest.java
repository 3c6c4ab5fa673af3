package dev.codemode.typescript.internal.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.SourcePosition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PositionsTest {
    private static final SourcePosition BEGINNING = new SourcePosition(1, 1);

    /** {@code return (} before column 5 of line 2, and {@code )} before its column 8. */
    @ParameterizedTest
    @CsvSource({"1, 7, 1, 7", "2, 3, 2, 3", "2, 13, 2, 5", "2, 15, 2, 7", "2, 17, 2, 8", "2, 18, 2, 9", "3, 9, 3, 9"})
    void takesAwayWhatWasPutIn(int line, int column, int scriptLine, int scriptColumn) {
        Positions positions = new Positions(List.of(new int[] {2, 5, 8}, new int[] {2, 8, 1}), BEGINNING, null, 0);
        assertThat(positions.apply(new SourcePosition(line, column)))
                .isEqualTo(new SourcePosition(scriptLine, scriptColumn));
    }

    @Test
    void goesThroughTheSourceMapAndTakesAwayThePrefix() {
        // Generated 1:11 comes from 1:16, of which 10 characters are no part of the script.
        Positions positions = new Positions(List.of(), new SourcePosition(1, 11), SourceMap.of("AAAA,UAAe"), 10);
        assertThat(positions.apply(BEGINNING)).isEqualTo(new SourcePosition(1, 6));
    }

    @Test
    void staysInTheScript() {
        Positions positions = new Positions(List.of(), BEGINNING, SourceMap.of("AAAA"), 10);
        assertThat(positions.apply(BEGINNING)).isEqualTo(BEGINNING);
    }
}
