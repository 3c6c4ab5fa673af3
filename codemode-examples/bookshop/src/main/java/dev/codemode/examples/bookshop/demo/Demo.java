package dev.codemode.examples.bookshop.demo;

import dev.codemode.examples.bookshop.Bookshop;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Drives the bookshop's server with a real MCP client, and shows what a model would see. */
public final class Demo {
    private static final List<Scene> SCENES =
            List.of(new FootprintScene(), new SearchScene(), new AggregationScene(), new FailureScene());

    private Demo() {}

    /** Plays all scenes, and returns whether each got what it expects. */
    public static boolean run(PrintStream out) {
        Screen screen = new Screen(out);
        CallTally tally = new CallTally();
        Instant start = Instant.now();
        try (Bookshop rehearsal = Bookshop.open(options -> options.interceptor(tally));
                ModelClient model = ModelClient.connect()) {
            Stage stage = new Stage(model, rehearsal, tally, screen);
            for (int i = 0; i < SCENES.size(); i++) {
                screen.heading((i + 1) + ". " + SCENES.get(i).title());
                SCENES.get(i).play(stage);
            }
            screen.heading("Totals");
            screen.line(String.format(
                    Locale.ROOT,
                    "%d turns, %,d tokens (tools, scripts and answers), %.1f s with the start of the server.",
                    model.turns(),
                    model.tokens(),
                    Duration.between(start, Instant.now()).toMillis() / 1_000.0));
            return true;
        } catch (SceneFailedException e) {
            screen.line("FAILED: " + e.getMessage());
            return false;
        }
    }
}
