package dev.codemode.sandbox.graal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.SourcePosition;
import dev.codemode.sandbox.realm.ScriptEndException;
import dev.codemode.sandbox.realm.ScriptText;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.junit.jupiter.api.Test;

final class ScriptTextTest {
    /** What can follow a brace in one of the wrappers, and then hold the rest of another. */
    private static final String[] AFTER_BRACE = {
        ",",
        ")",
        "}",
        ";",
        "in",
        "instanceof",
        ".m",
        "[0]",
        "(0)",
        "`x`",
        "?.m",
        "+",
        "=>",
        "= 1",
        "\n",
        "as",
        "static {}"
    };

    private static final String[] BEFORE_REST = {
        "async function () {",
        "async function m() {",
        "async m() {",
        "m() {",
        "{",
        "({ async m() {",
        "(class { async m() {",
        "get m() {",
        "*m() {",
        "async () => {",
        "function () {",
        "static {",
        ""
    };

    @Test
    void noTextClosesItsFunction() {
        try (Engine engine = GraalContexts.engine();
                Context context = GraalContexts.create(engine, Limits.defaults())) {
            for (String after : AFTER_BRACE) {
                for (String second : List.of("", ",", "}", "in", "f() }")) {
                    for (String rest : BEFORE_REST) {
                        assertRefused(context, "}" + after + " " + second + " " + rest);
                        assertRefused(context, "} }" + after + " " + second + " " + rest);
                    }
                }
            }
        }
    }

    private static void assertRefused(Context context, String body) {
        boolean refused = false;
        try {
            GraalParser.parse(context, new ScriptText(body));
        } catch (ScriptEndException e) {
            refused = true;
        }
        assertThat(refused).as(body).isTrue();
    }

    @Test
    void keepsPositionsInsideTheBody() {
        ScriptText text = new ScriptText("ab\ncd");
        assertThat(text.position(0, 0)).isNull();
        assertThat(text.position(1, 1)).isEqualTo(new SourcePosition(1, 1));
        assertThat(text.position(2, 2)).isEqualTo(new SourcePosition(2, 2));
        assertThat(text.position(3, 1)).isEqualTo(new SourcePosition(2, 3));
        assertThat(new ScriptText("").position(2, 1)).isEqualTo(new SourcePosition(1, 1));
    }
}
