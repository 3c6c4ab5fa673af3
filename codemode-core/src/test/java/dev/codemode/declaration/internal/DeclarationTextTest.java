package dev.codemode.declaration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclarationTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "type Glob = \"/**\" | \"src/**/*.java\" | \"**/test/*\";",
                "type Url = \"https://example.org\" | '//host' | `/* template */`;",
                "interface A { \"/*\": string; \"*/\": number; \"a//b\"?: boolean }",
                "type Quotes = \"a\\\"/* still inside */\" | 'it\\'s // inside' | \"\\\\\";",
                "type Spaces = \"two  spaces; }\" | \"; }\";"
            })
    void keepsWhatIsQuoted(String text) {
        assertThat(DeclarationText.withoutComments(text)).isEqualTo(text);
        assertThat(DeclarationText.onOneLine(text)).isEqualTo(text);
    }

    @Test
    void leavesCommentsOut() {
        assertThat(DeclarationText.withoutComments("""
                        // A title with "a quote
                        interface A {
                          /** It's documented: "/*". */
                          a: string; // at the end
                          b: "x" /* 3 more */ | "y";

                          /**
                           * Two
                           * lines.
                           */
                          c: "/*" | "*/";
                        }
                        """)).isEqualTo("""
                        interface A {
                          a: string;
                          b: "x" | "y";

                          c: "/*" | "*/";
                        }
                        """);
    }

    @Test
    void joinsLinesWithSingleSpaces() {
        assertThat(DeclarationText.onOneLine("""
                        {
                          /** What it is. */
                          a: "two  spaces";
                          b: { c: string }[];
                        }
                        """)).isEqualTo("{ a: \"two  spaces\"; b: { c: string }[] }");
    }

    @Test
    void endsWithTheTextWhereSomethingIsLeftOpen() {
        assertThat(DeclarationText.withoutComments("a /* b")).isEqualTo("a");
        assertThat(DeclarationText.withoutComments("a // b")).isEqualTo("a");
        assertThat(DeclarationText.withoutComments("a \"b // c\\")).isEqualTo("a \"b // c\\");
    }
}
