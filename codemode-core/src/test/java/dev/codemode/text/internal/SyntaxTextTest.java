package dev.codemode.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.SourcePosition;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SyntaxTextTest {
    private static final String PARSER = "Unexpected token";
    private static final SourcePosition END = new SourcePosition(99, 1);

    /** A script, where its fault is, and what a model reads of it. */
    record Fault(String script, int line, int column, String words) {}

    static Stream<Fault> faults() {
        String line =
                "A string in quotes must end on the same line. For a line break in it write \\n, or use backticks (`).";
        String breaks = "The script has a backslash and 'n' between its words. Send real line breaks.";
        return Stream.of(
                new Fault("const t = \"first\nsecond\";\nreturn t;", 1, 11, line),
                new Fault("const t = 'first\nsecond';", 1, 11, line),
                new Fault("const a = 1;\nf(\"one\r\ntwo\");", 2, 3, line),
                new Fault("return \"abc", 1, 8, line),
                new Fault("return \"abc\\", 1, 8, line),
                new Fault("const a = 1;\\nreturn a;", 1, 13, breaks),
                new Fault("const a = 1;\\n\\treturn a;", 1, 13, breaks),
                new Fault("\\nreturn 1", 1, 1, breaks),
                new Fault(
                        "const a = 1;\\r\\nreturn a;",
                        1,
                        13,
                        "The script has a backslash and 'r' between its words. Send real line breaks."),
                new Fault(
                        "a;\\treturn", 1, 3, "The script has a backslash and 't' between its words. Send real spaces."),
                new Fault("a \\ b", 1, 3, "A backslash may only stand in a string or a regular expression. Remove it."),
                new Fault(
                        "return \\\"a\\\";",
                        1,
                        8,
                        "A backslash may only stand in a string or a regular expression. Remove it."),
                new Fault("return \u201cabc\u201d;", 1, 8, "'\u201c' (U+201C) is a typographic quote. Write \" or '."),
                new Fault("return \u2018abc\u2019;", 1, 8, "'\u2018' (U+2018) is a typographic quote. Write \" or '."),
                new Fault(
                        "return 'it's fine';",
                        1,
                        11,
                        "This quote ends the string. Inside the string write \\', or put the string in other quotes."),
                new Fault(
                        "return \"say \"hi\" to all\";",
                        1,
                        13,
                        "This quote ends the string. Inside the string write \\\", or put the string in other quotes."),
                new Fault("x.map(a =&gt; a)", 1, 10, "The script has &gt;, which is HTML. Send >."),
                new Fault("if (a &amp;&amp; b) {}", 1, 7, "The script has &amp;, which is HTML. Send &."),
                new Fault("for (let i = 0; i &lt; 3; i++) {", 1, 19, "The script has &lt;, which is HTML. Send <."),
                new Fault("return &quot;a&quot;;", 1, 8, "The script has &quot;, which is HTML. Send \"."),
                new Fault("return &#39;a&#39;;", 1, 8, "The script has &#39;, which is HTML. Send '."),
                new Fault("return &#8364;", 1, 8, "The script has &#8364;, which is HTML. Send the character itself."),
                new Fault(
                        "return \"C:\\users\\x\";",
                        1,
                        11,
                        "\\u begins a character code here. For a backslash write \\\\."),
                new Fault("return 'a\\x';", 1, 10, "\\x begins a character code here. For a backslash write \\\\."),
                new Fault("return 3 \u2013 2;", 1, 10, "'\u2013' (U+2013) is a dash. For minus write -."),
                new Fault("return 3 \u2212 2;", 1, 10, "'\u2212' (U+2212) is a dash. For minus write -."),
                new Fault("return f\uff081\uff09;", 1, 9, "'\uff08' (U+FF08) is not JavaScript. Write (."),
                new Fault("return 1\uff1b", 1, 9, "'\uff1b' (U+FF1B) is not JavaScript. Write ;."),
                new Fault("return a \u2192 b", 1, 10, "'\u2192' (U+2192) may only stand in a string or a comment."),
                new Fault("return \u20441", 1, 8, "'\u2044' (U+2044) may only stand in a string or a comment."),
                new Fault("return 1;\u200b", 1, 10, "The script has an invisible character (U+200B). Remove it."),
                new Fault("return `abc;\n", 1, 8, "This backtick (`) is never closed."),
                new Fault("return `a ${b} c;\n", 1, 14, "This backtick (`) is never closed."),
                new Fault("a;\n/* more", 2, 1, "This comment is never closed by */."),
                new Fault("return [1, 2};", 1, 13, "'}' has no matching opening bracket."),
                new Fault("return 1);", 1, 9, "')' has no matching opening bracket."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsWhatTheCharactersTell(Fault fault) {
        SyntaxText text =
                SyntaxText.of(fault.script(), PARSER, fault.script().contains("\n") ? END : new SourcePosition(1, 99));
        assertThat((text.message() + " " + text.advice()).strip()).isEqualTo(fault.words());
        assertThat(text.position()).isEqualTo(new SourcePosition(fault.line(), fault.column()));
    }

    @Test
    void tellsWhichBracketIsOpenWhereTheScriptEnds() {
        SyntaxText text = SyntaxText.of("if (a) {\n  f([1, 2);\n", PARSER, new SourcePosition(2, 10));
        assertThat(text.message()).isEqualTo("')' has no matching opening bracket.");
        SyntaxText open = SyntaxText.of("if (a) {\n  f([1, 2]);\n", PARSER, new SourcePosition(2, 13));
        assertThat(open)
                .isEqualTo(new SyntaxText(
                        PARSER, new SourcePosition(2, 13), "The '{' at line 1, column 8 is not closed."));
    }

    @Test
    void leavesWhatTheParserFoundBefore() {
        SourcePosition place = new SourcePosition(1, 7);
        assertThat(SyntaxText.of("const 1 = 2;\nreturn 'a", PARSER, place))
                .isEqualTo(new SyntaxText(PARSER, place, ""));
    }

    @Test
    void findsNothingInWhatIsRight() {
        String script =
                "const a = \"it's\" in b, c = 'x'instanceof D;\n// it's &gt; a \u2013 b\nreturn `C:\\\\users${a}` + /\\n'/ +"
                        + " '\\u0041\\x41\\u{1F600}' + \"\u201cquoted\u201d\" + \u00e4\u00f6;";
        assertThat(SyntaxText.of(script, PARSER, END)).isEqualTo(new SyntaxText(PARSER, END, ""));
    }
}
