package dev.codemode.typescript.internal.strip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SourceMapTest {
    /** Line 1: column 0 comes from 1:1, column 4 from 1:6. Line 2: column 0 comes from 3:1; column 2 from 2:8. */
    private static final String MAPPINGS = "AAAA,IAAK;AAEL,EADO";

    @ParameterizedTest
    @CsvSource({"1, 1, 1, 1", "1, 4, 1, 1", "1, 5, 1, 6", "1, 99, 1, 6", "2, 1, 3, 1", "2, 3, 2, 8", "9, 9, 2, 8"})
    void takesTheLastSegmentBeforeThePlace(int line, int column, int originalLine, int originalColumn) {
        assertThat(SourceMap.of(MAPPINGS).original(new SourcePosition(line, column)))
                .isEqualTo(new SourcePosition(originalLine, originalColumn));
    }

    @Test
    void countsPastWhatFitsIntoOneDigit() {
        assertThat(SourceMap.of("AAAA,2rBAAsuB")
                        .original(new SourcePosition(1, 700))
                        .column())
                .isEqualTo(743);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ";;;", "A", "!!!!", "gggggggggggggggg", "AAAA,\u0000", "AAAAAAAAAAAAAAAA"})
    void readsBrokenMappings(String mappings) {
        assertThat(SourceMap.of(mappings).original(new SourcePosition(1, 1))).isEqualTo(new SourcePosition(1, 1));
    }
}
