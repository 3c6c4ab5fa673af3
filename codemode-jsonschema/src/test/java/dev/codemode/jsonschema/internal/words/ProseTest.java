package dev.codemode.jsonschema.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ProseTest {
    @Test
    void removesControlAndBidirectionalCharacters() {
        String hidden = "\u0000Read\u202e this\u2066 \u200bnow\u2069\ufeff \u001b[31m\ue000\udb40\udc41 \ud800";
        assertThat(Prose.text(hidden, 100)).isEqualTo("Read this now [31m");
    }

    @Test
    void keepsOtherScriptsAndSymbols() {
        assertThat(Prose.text("Bücher, 书籍, 📚", 100)).isEqualTo("Bücher, 书籍, 📚");
    }

    @Test
    void removesMarkup() {
        assertThat(Prose.text(
                        "<p>See <a href=\"x\">the <b>docs</b></a></p><!-- no --> [here](https://example.com/a).", 100))
                .isEqualTo("See the docs here.");
    }

    @Test
    void keepsPlaceholdersInAngles() {
        assertThat(Prose.text("Authorization: Basic <api_key>", 100)).isEqualTo("Authorization: Basic <api_key>");
    }

    @Test
    void putsAParagraphOnALine() {
        assertThat(Prose.text("One.\r\n\r\n  Two  words.\n\n\n> [!NOTE]\n> Three.", 100))
                .isEqualTo("One.\nTwo words.\nThree.");
    }

    @Test
    void endsALongTextWithASentence() {
        assertThat(Prose.text("One sentence is here. Another one is here. And a third one.", 50))
                .isEqualTo("One sentence is here. Another one is here.");
    }

    @Test
    void boundsATextWithoutSentences() {
        assertThat(Prose.text("x".repeat(1_000_000), 10)).isEqualTo("xxxxxxxxxx…");
        assertThat(Prose.line("y\n".repeat(100_000), 5)).isEqualTo("y y y…");
    }

    @Test
    void presentsAPatternOnlyAsItIs() {
        assertThat(Prose.presentable("^[a-z]+$", 10)).isTrue();
        assertThat(Prose.presentable("^[a-z]+\u202e$", 10)).isFalse();
        assertThat(Prose.presentable("^[a-z]{100}$", 10)).isFalse();
    }
}
