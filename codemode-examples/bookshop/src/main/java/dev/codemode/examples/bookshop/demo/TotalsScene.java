package dev.codemode.examples.bookshop.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The totals. The last scene. */
record TotalsScene() implements Scene {
    @Override
    public String title() {
        return "Totals";
    }

    @Override
    public void play(Stage stage) {
        ModelClient model = stage.model();
        CallTally tally = stage.tally();
        int classic = stage.classicTokens() + tally.tokens();
        Screen screen = stage.screen();
        screen.line("Tokens through the context, each counted once; with one tool each, the same calls one by one:");
        screen.line(String.format(
                Locale.ROOT,
                "    two tools, search and execute    %,7d tokens, %,4d calls of tools",
                model.tokens(),
                model.turns()));
        screen.line(String.format(
                Locale.ROOT,
                "    one tool for each operation      %,7d tokens, %,4d calls of tools",
                classic,
                tally.calls()));
        screen.line(String.format(
                Locale.ROOT,
                "%.1f s in all, with the start of the server and a rehearsal of each script in this process.",
                Duration.between(stage.start(), Instant.now()).toMillis() / 1_000.0));
        stage.expect(model.tokens() < classic, "fewer than " + classic + " tokens", model.tokens() + " tokens");
    }
}
