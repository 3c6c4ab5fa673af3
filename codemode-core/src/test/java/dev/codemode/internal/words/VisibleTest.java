package dev.codemode.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class VisibleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u001B",
                "\u0085",
                "\u00AD",
                "\u034F",
                "\u115F",
                "\u180E",
                "\u200B",
                "\u200D",
                "\u202E",
                "\u2028",
                "\u2029",
                "\u2060",
                "\u2066",
                "\u3164",
                "\uD800",
                "\uE000",
                "\uFE0F",
                "\uFEFF",
                "\uFFA0",
                "\uFFF9",
                "\uDB40\uDC41",
                "\uDB40\uDD00",
                "\uDBC0\uDC00"
            })
    void nothingUnseenIsLeftAsItIs(String unseen) {
        String text = "a" + unseen + "b";
        assertThat(Visible.of(text)).isEqualTo("a\uFFFDb");
        assertThat(Visible.line(text)).isEqualTo("a\uFFFDb");
        assertThat(Visible.spaced(text)).isEqualTo("a b");
        assertThat(Visible.prose(text)).isIn("ab", "a\nb");
        assertThat(Visible.isProse(text)).isFalse();
        assertThat(Visible.escaped(text)).matches("a(\\\\u[0-9a-f]{4}){1,2}b");
        assertThat(Json.read(Json.visible(text))).isEqualTo(text);
        assertThat(Json.visible(text)).matches("\"a(\\\\u[0-9A-Fa-f]{4}){1,2}b\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe", "订单", "עברית", "हिन्दी", "\uD83D\uDE00", "e\u0301", "x + y = 3 €"})
    void whatIsSeenStays(String seen) {
        assertThat(Visible.of(seen)).isEqualTo(seen);
        assertThat(Visible.prose(seen)).isEqualTo(seen);
        assertThat(Visible.escaped(seen)).isEqualTo(seen);
        assertThat(Visible.name(seen)).isEqualTo(seen);
        assertThat(Visible.printable(seen)).isEqualTo(seen);
    }

    @Test
    void aScriptsOwnTextKeepsWhatItsLanguageNeeds() {
        assertThat(Visible.printable("a\u001B[2J\uD800\n\tمی\u200Cخواهم"))
                .isEqualTo("a\uFFFD[2J\uFFFD\n\tمی\u200Cخواهم");
    }

    @Test
    void longNamesAreClipped() {
        assertThat(Visible.name("n".repeat(1_000))).isEqualTo("n".repeat(64) + "…");
    }
}
