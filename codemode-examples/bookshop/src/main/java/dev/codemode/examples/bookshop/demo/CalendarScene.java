package dev.codemode.examples.bookshop.demo;

import dev.codemode.audit.scenario.Scenario;
import dev.codemode.audit.scenario.ScenarioReport;
import dev.codemode.audit.scenario.Usage;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.util.List;
import java.util.Locale;

/** The cost of whole conversations, with tools and with a script, including where a script costs more. */
record CalendarScene() implements Scene {
    private static final List<Integer> OPERATIONS = List.of(8, 25);
    private static final List<Integer> EVENTS = List.of(1, 31);

    @Override
    public String title() {
        return "A calendar: tokens of whole conversations";
    }

    @Override
    public void play(Stage stage) {
        Screen screen = stage.screen();
        try (Sandbox sandbox = GraalSandbox.create()) {
            ScenarioReport report = Scenario.play(sandbox, OPERATIONS, EVENTS);
            screen.line(
                    "A scripted model creates events. Each turn reads all before it again; tokens read and written:");
            screen.line("    operations  events  tools, one call a turn  tools, all calls in one  search and a script");
            for (int operations : OPERATIONS) {
                for (int events : EVENTS) {
                    List<Usage> usage = report.usage(operations, events);
                    screen.line(String.format(
                            Locale.ROOT,
                            "    %10d  %6d  %,22d  %,23d  %,19d",
                            operations,
                            events,
                            usage.get(0).tokens(),
                            usage.get(1).tokens(),
                            usage.get(2).tokens()));
                }
            }
            List<Usage> most = report.usage(25, 31);
            stage.expect(
                    most.get(2).tokens() < most.get(1).tokens(),
                    "the script to take fewer tokens than the tools",
                    most.toString());
        }
    }
}
