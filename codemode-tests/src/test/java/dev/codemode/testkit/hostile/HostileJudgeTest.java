package dev.codemode.testkit.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.sandbox.Limits;
import dev.codemode.testkit.hostile.GuestText.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostileJudgeTest {
    private static final HostileLimits LIMITS = new HostileLimits(
            Limits.builder()
                    .maxRunTime(Duration.ofSeconds(2))
                    .maxResultBytes(100)
                    .maxConsoleBytes(20)
                    .maxHostCalls(10)
                    .build(),
            Duration.ofSeconds(1));
    private static final HostileJudge JUDGE = HostileJudge.of(HostWords.of(List.of("bookshop-host")));

    @Test
    void acceptsWhatTheManifestAccepts() {
        assertThat(faults(Expectation.VALUE, Outcome.VALUE, "[1, 2]")).isEmpty();
        assertThat(faults(Expectation.ERROR, Outcome.CRASH, null)).isEmpty();
        assertThat(faults(Expectation.TIMEOUT, Outcome.TIMEOUT, null)).isEmpty();
        assertThat(faults(Expectation.NO_ESCAPE, Outcome.MEMORY, null)).isEmpty();
    }

    @Test
    void acceptsAScriptThatEndsBeforeItsTime() {
        assertThat(faults(Expectation.TIMEOUT, Outcome.VALUE, "1")).isEmpty();
    }

    @Test
    void findsAnotherEnd() {
        assertThat(faults(Expectation.TIMEOUT, Outcome.ERROR, null))
                .containsExactly("ended as error where timeout was expected");
        assertThat(faults(Expectation.NO_ESCAPE, Outcome.UNAVAILABLE, null))
                .containsExactly("ended as unavailable where no-escape was expected");
    }

    @Test
    void findsAnotherValue() {
        assertThat(faults(Expectation.VALUE, Outcome.VALUE, "[1,3]"))
                .containsExactly("returned [1,3] instead of [1,2]");
    }

    @Test
    void findsAScriptThatTakesTooLong() {
        HostileRun run = new HostileRun(
                script(Expectation.NO_ESCAPE), Outcome.ERROR, null, List.of(), Duration.ofMillis(3_001), new CallLog());
        assertThat(JUDGE.faults(run)).containsExactly("took longer than 3,000 ms");
    }

    @Test
    void findsMarkersAndCanaries() {
        assertThat(faults(Place.RESULT, "\"ESCAPED:x\"")).containsExactly("the result holds '\"ESCAPED:x\"'");
        assertThat(faults(Place.CONSOLE, "a\nCANARY-DB-1")).containsExactly("the console holds 'CANARY-DB-1'");
    }

    @Test
    void letsAnErrorQuoteTheScript() {
        assertThat(faults(Place.ERROR, "It failed:\n  throw 'ESCAPED:quoted';")).isEmpty();
        assertThat(faults(Place.ERROR, "ESCAPED:other")).containsExactly("the error holds 'ESCAPED:other'");
    }

    @Test
    void findsTextsOverTheirLimits() {
        assertThat(faults(Place.CONSOLE, "é".repeat(11))).containsExactly("the console has 22 bytes of at most 20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException",
                "dev.codemode.dispatch.internal.CallSteps",
                "NullPointerException",
                "StackOverflowError",
                "Books.java:12",
                "books-1.2.jar",
                "/home/app/books.jar",
                "C:\\books\\shop",
                "localhost:8080",
                "http://books:8443",
                "jdbc:h2",
                "Book@1b2c3d4",
                "bookshop-host"
            })
    void findsWordsOfTheHost(String word) {
        assertThat(HostWords.of(List.of("bookshop-host")).find("It failed at " + word + ", badly.", "return 1;"))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeError: books.find is not a function",
                "RangeError: Invalid array length",
                "TypeError: api.class: there is no such operation",
                "    at find (script.js:3:10)",
                "DOMException: a/b/c at 12:30",
                "api.items.list: 'n' must be an integer between 0 and 10,000, but was \"x\" (at $.n)",
                "The script was stopped after 2 s (limit: maxRunTime = PT2S)."
            })
    void takesWordsOfScriptsForHarmless(String text) {
        assertThat(HostWords.of(List.of("bookshop-host")).find(text, "return 1;"))
                .isEmpty();
    }

    @Test
    void takesWhatTheScriptWroteItselfForHarmless() {
        assertThat(HostWords.of(List.of()).find("no file /etc/passwd", "load('/etc/passwd')"))
                .isEmpty();
    }

    private static List<String> faults(Expectation expected, Outcome outcome, String resultJson) {
        return JUDGE.faults(
                new HostileRun(script(expected), outcome, resultJson, List.of(), Duration.ofMillis(10), new CallLog()));
    }

    private static List<String> faults(Place place, String text) {
        return JUDGE.faults(new HostileRun(
                script(Expectation.NO_ESCAPE),
                Outcome.ERROR,
                null,
                List.of(new GuestText(place, text)),
                Duration.ofMillis(10),
                new CallLog()));
    }

    private static HostileScript script(Expectation expected) {
        return new HostileScript(
                "theft.js",
                new HostileScript.Attack("escape", "steals books", Optional.empty()),
                new HostileScript.Required(Set.of(expected), List.of(1L, 2L)),
                List.of(),
                Optional.empty(),
                LIMITS,
                new HostileScript.Text("throw 'ESCAPED:quoted';", List.of()));
    }
}
