package dev.codemode.catalog.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EcmaIdentifierTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "_",
                "$",
                "a1",
                "größe",
                "订单",
                "हिन्दी",
                "\uD842\uDFB7",
                "Ⅷ",
                "a\u203Fb",
                "e\u0301",
                "delete"
            })
    void takesWhatTheLanguageTakes(String text) {
        assertThat(EcmaIdentifier.matches(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1a",
                "a b",
                "a-b",
                "a.b",
                "\u0301a",
                "a\u2E2Fb",
                "\u115F",
                "\u3164",
                "a\uFFA0",
                "a\uFE0F",
                "a\u034F",
                "a\u200Db",
                "a\u202Eb",
                "a\u00B9",
                "\uD842",
                "a\uDB40\uDD00"
            })
    void refusesTheRestAndWhatIsInvisible(String text) {
        assertThat(EcmaIdentifier.matches(text)).isFalse();
    }

    @Test
    void splitsAtWhatIsInNoIdentifier() {
        assertThat(EcmaIdentifier.words("get /größe\u202E/हिन्दी\u3164x"))
                .containsExactly("get", "größe", "हिन्दी", "x");
    }
}
