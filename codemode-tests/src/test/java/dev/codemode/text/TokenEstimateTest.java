package dev.codemode.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.text.internal.TokenEstimate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds core's estimate against the real tokenizer: never below it by more than a tenth, never above it by half. */
final class TokenEstimateTest {
    private static final Encoding O200K = Encodings.newDefaultEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    static Stream<String> texts() {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> "{\"id\":\"o" + i
                        + "\",\"customer\":{\"name\":\"Ada Lovelace\",\"city\":\"London\"},\"total\":" + i * 17.35
                        + ",\"placedAt\":\"2026-03-" + (10 + i % 20) + "T08:15:00Z\",\"paid\":true}")
                .collect(Collectors.joining(",", "[", "]"));
        String prose =
                "The customer ordered three copies of a rare first edition, and asked for delivery before Friday. "
                        .repeat(40);
        String uuids = IntStream.range(0, 50)
                .mapToObj(i -> "\"" + java.util.UUID.nameUUIDFromBytes(new byte[] {(byte) i}) + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        String german = "Die Bestellung wurde am Donnerstag versendet und überschreitet die Höchstmenge. ".repeat(30);
        String japanese = "注文は木曜日に発送されました。在庫は残りわずかです。".repeat(30);
        String code = "const open = await orders.find({ status: \"open\", limit: 50 });\nreturn open.map(o => o.id);\n"
                .repeat(20);
        return Stream.of(rows, prose, uuids, german, japanese, code);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void staysNearTheTokenizer(String text) {
        double ratio = TokenEstimate.of(text) / (double) O200K.countTokens(text);
        assertThat(ratio).as(text.substring(0, 40)).isBetween(.9, 1.5);
    }
}
