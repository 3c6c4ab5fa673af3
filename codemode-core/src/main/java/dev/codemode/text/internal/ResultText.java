package dev.codemode.text.internal;

import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.sandbox.ConsoleOutput;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a model reads about a script that returned. */
public final class ResultText {
    private ResultText() {}

    /** Returns the result as JSON, shortened to the number of tokens if it is larger, then hints and console. */
    public static String render(@Nullable String json, ConsoleOutput console, List<String> hints, int maxTokens) {
        String text = json == null ? nothing(console) : fit(json, maxTokens);
        for (String hint : hints) {
            text += "\n\nHint: " + hint;
        }
        return ConsoleText.append(text, console);
    }

    private static String nothing(ConsoleOutput console) {
        return console.lines().isEmpty()
                ? "The script returned nothing and wrote nothing to the console. End it with `return` and a value."
                : "The script returned nothing; it only wrote to the console. To get a value, end it with `return` and the"
                        + " value.";
    }

    private static String fit(String json, int maxTokens) {
        int tokens = TokenEstimate.of(json);
        if (tokens <= maxTokens) {
            return json;
        }
        Shortened shortened = shorten(json, maxTokens);
        return String.format(
                        Locale.ROOT,
                        "Shortened: the result is about %,d tokens, the limit is %,d. %s",
                        tokens,
                        maxTokens,
                        shortened.note())
                + " Return less: select fields, filter or aggregate"
                + (shortened.next().isEmpty() ? ".\n" : "; for what follows: `" + shortened.next() + "`.\n")
                + shortened.json();
    }

    private static Shortened shorten(String json, int maxTokens) {
        try {
            return Shortener.shorten(Json.read(json), maxTokens);
        } catch (NotJsonException e) {
            return new Shortened("null", "It cannot be shown.", "");
        }
    }

    /**
     * A value that fits.
     *
     * @param json valid JSON
     * @param note what was cut, in a sentence or two
     * @param next the expression for the rest after the first cut; empty if there is none
     */
    record Shortened(String json, String note, String next) {}
}
