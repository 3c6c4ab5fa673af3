package dev.codemode.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void readsNumbersAsLongsAndDoubles() {
        assertThat(Json.read("[1, -0.5, 3.0, 1e3, 9007199254740993, 1e400]"))
                .isEqualTo(List.of(1L, -0.5, 3L, 1000L, 9_007_199_254_740_993L, Double.POSITIVE_INFINITY));
    }

    @Test
    void tellsNullFromAbsent() {
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put("a", null);
        assertThat(Json.read("{\"a\":null}")).isEqualTo(expected);
    }

    @Test
    void treatsProtoAsData() {
        assertThat(Json.read("{\"__proto__\":{\"admin\":true}}")).isEqualTo(Map.of("__proto__", Map.of("admin", true)));
    }

    @Test
    void refusesRepeatedKeys() {
        assertThatThrownBy(() -> Json.read("{\"a\":1,\"a\":2}"))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The text is not valid JSON, or nests deeper than 64 levels.");
    }

    @Test
    void refusesDeepNesting() {
        assertThatThrownBy(() -> Json.read("[".repeat(65) + "]".repeat(65)))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The text is not valid JSON, or nests deeper than 64 levels.");
    }

    @Test
    void refusesTextAfterTheValue() {
        assertThatThrownBy(() -> Json.read("1 2"))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The text continues after its value.");
    }

    @Test
    void writesWhatItRead() throws Exception {
        String text = "{\"a\":[1,2.5,\"x\\n\",true,null],\"b\":{}}";
        assertThat(Json.write(Json.read(text), 1_000)).isEqualTo(text);
    }

    @Test
    void stopsAtTheByteLimitWhileWriting() {
        assertThatThrownBy(() -> Json.write(List.of("ä".repeat(50)), 103))
                .isInstanceOf(JsonTooLargeException.class)
                .hasMessage("The text is larger than 103 bytes.");
    }

    @Test
    void countsBytesAndNotCharacters() throws Exception {
        assertThat(Json.write(List.of("ä".repeat(50)), 104)).hasSize(54);
    }

    @Test
    void refusesIntegersThatScriptsWouldRound() {
        assertThatThrownBy(() -> Json.write(Map.of("order", List.of(1L, 1L << 53))))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The integer 9007199254740992 at $.order[1] lies outside ±(2^53−1), so a script would see"
                        + " a different number. Declare it as a string.");
    }

    @Test
    void refusesDecimalsThatScriptsWouldRound() {
        assertThatThrownBy(() -> Json.write(Map.of("unit price", new BigDecimal("0.12345678901234567890"))))
                .isInstanceOf(NotJsonException.class)
                .hasMessage(
                        "The number at $[\"unit price\"] has more digits than a script's numbers hold. Declare it as"
                                + " a string.");
    }

    @Test
    void writesDecimalsThatScriptsSeeUnchanged() {
        assertThat(Json.write(List.of(new BigDecimal("19.90"), new BigInteger("12"), 0.1f, 1e21)))
                .isEqualTo("[19.90,12,0.1,1.0E21]");
    }

    @Test
    void refusesWhatIsNotANumber() {
        assertThatThrownBy(() -> Json.write(Arrays.asList(null, Double.NaN)))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The number at $[1] is NaN, which JSON cannot carry.");
    }

    @Test
    void refusesHostObjectsWithoutNamingTheirClass() {
        assertThatThrownBy(() -> Json.write(List.of(new Object())))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The value at $[0] has no JSON form.");
    }

    @Test
    void refusesCyclesByTheirDepth() {
        List<Object> cycle = new java.util.ArrayList<>();
        cycle.add(cycle);
        assertThatThrownBy(() -> Json.write(cycle))
                .isInstanceOf(NotJsonException.class)
                .hasMessage("The value nests deeper than 64 levels.");
    }
}
