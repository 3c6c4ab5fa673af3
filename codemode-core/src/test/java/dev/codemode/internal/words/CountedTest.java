package dev.codemode.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0     | call  | 0 calls
                    1     | call  | 1 call
                    2     | call  | 2 calls
                    12345 | call  | 12,345 calls
                    1     | match | 1 match
                    2     | match | 2 matches
                    """)
    void usesTheSingularForOneOnly(long number, String noun, String expected) {
        assertThat(Counted.of(number, noun)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    0       | 0 bytes
                    1       | 1 byte
                    1000    | 1,000 bytes
                    1024    | 1 KiB
                    1536    | 1,536 bytes
                    262144  | 256 KiB
                    1048576 | 1 MiB
                    """)
    void usesTheLargestUnitThatDividesTheSize(long size, String expected) {
        assertThat(Counted.bytes(size)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"5000, 5 s", "1500, 1500 ms", "50, 50 ms", "0, 0 s"})
    void namesWholeSecondsAsSuch(long millis, String expected) {
        assertThat(Counted.time(Duration.ofMillis(millis))).isEqualTo(expected);
    }
}
