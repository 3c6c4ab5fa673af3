package dev.codemode.examples.bookshop.demo;

import dev.codemode.examples.bookshop.Bookshop;
import dev.codemode.typescript.CheckPolicy;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;

/** Drives the bookshop's server with a real MCP client, and shows what a model would see. */
public final class Demo {
    private static final List<Scene> SCENES = List.of(
            new FootprintScene(),
            new SearchScene(),
            new AggregationScene(),
            new FailureScene(),
            new TypeScriptScene(),
            new RunawayScene(),
            new LargeApiScene(),
            new CalendarScene(),
            new TotalsScene());

    private Demo() {}

    /** Runs all scenes, and returns whether each got what it expected. */
    public static boolean run(PrintStream out) {
        return run(out, SCENES);
    }

    static boolean run(PrintStream out, List<Scene> scenes) {
        Screen screen = new Screen(out);
        CallTally tally = new CallTally();
        Instant start = Instant.now();
        try (Bookshop rehearsal = Bookshop.open(CheckPolicy.OFF, options -> options.interceptor(tally));
                ModelClient model = ModelClient.connect()) {
            Stage stage = new Stage(model, rehearsal, tally, screen, start);
            for (int i = 0; i < scenes.size(); i++) {
                screen.heading((i + 1) + ". " + scenes.get(i).title());
                scenes.get(i).play(stage);
            }
            return true;
        } catch (SceneFailedException e) {
            screen.line("FAILED: " + e.getMessage());
            return false;
        }
    }
}
