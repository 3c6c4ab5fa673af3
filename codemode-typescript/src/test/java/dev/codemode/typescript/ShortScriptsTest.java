package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.script.PlainJavaScript;
import dev.codemode.script.ScriptRequest;
import dev.codemode.script.internal.ScriptScanner;
import dev.codemode.script.internal.ScriptToken;
import dev.codemode.typescript.internal.strip.Ending;
import dev.codemode.typescript.internal.strip.ModuleSyntax;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reads scripts before any parser does takes every text: here all that are a few tokens long. */
final class ShortScriptsTest {
    private static final List<String> WORDS = List.of(
            "module",
            ".",
            "exports",
            "=",
            ":",
            ";",
            "export",
            "default",
            "import",
            "from",
            "'a'",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            "=>",
            "async",
            "function",
            "class",
            "*",
            "as",
            "type",
            "a",
            "?",
            "!",
            ",",
            "return",
            "const",
            "`${",
            "}`",
            "```\n",
            "\n",
            "/",
            "<",
            ">",
            "@",
            "#",
            "\\");
    private static final List<String> FEW = List.of(
            "exports",
            "=",
            "export",
            "default",
            "import",
            "{",
            "}",
            "(",
            ")",
            "=>",
            "async",
            "function",
            "a",
            ":",
            ";");

    private static final PlainJavaScript PLAIN = PlainJavaScript.create();
    private static final Catalog NOTHING = Catalog.of(List.of());

    @Test
    void takesEveryScriptOfThreeTokens() {
        for (String one : WORDS) {
            take(one);
            for (String two : WORDS) {
                take(one + " " + two);
                for (String three : WORDS) {
                    take(one + " " + two + " " + three);
                }
            }
        }
    }

    @Test
    void takesEveryScriptOfFourTokensAfterModuleExports() {
        for (String one : FEW) {
            for (String two : FEW) {
                for (String three : FEW) {
                    for (String four : FEW) {
                        take(one + " " + two + " " + three + " " + four);
                        take("module.exports = " + one + " " + two + " " + three + " " + four);
                    }
                }
            }
        }
    }

    @Test
    void knowsNothingOfATextThatIsACutExport() {
        assertThat(plain("module.exports =").result()).isEmpty();
        assertThat(PlainText.isCertain(ScriptScanner.tokens(":"))).isFalse();
    }

    private static void take(String script) {
        String code = Fences.blankAround(script);
        List<ScriptToken> tokens = ScriptScanner.tokens(code);
        PlainText.isCertain(ScriptScanner.tokens(code));
        ModuleSyntax.Plain plain = ModuleSyntax.of(code, tokens);
        assertThat(plain.text()).hasSameSizeAs(code);
        Ending.of(code, tokens, "{a}", edits -> edits.apply(code).isEmpty());
        Ending.of(code, tokens, "{a}", edits -> true);
        PLAIN.prepare(new ScriptRequest(script, NOTHING));
    }

    private static ModuleSyntax.Plain plain(String script) {
        return ModuleSyntax.of(script, ScriptScanner.tokens(script));
    }
}
