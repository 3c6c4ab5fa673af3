package dev.codemode.audit.scenario;

import dev.codemode.CodeMode;
import dev.codemode.audit.scenario.Conversation.Call;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Creates events in a calendar with separate tools, one after another and in parallel, and with one script, among more
 * or fewer other operations. The model is scripted and makes no mistake; servers, clients and tokens are real.
 *
 * @since 0.1
 */
public final class Scenario {
    private static final List<Integer> EVENTS = List.of(1, 2, 3, 5, 8, 13, 20, 31);
    private static final List<Integer> OPERATIONS = List.of(1, 3, 8, 25, 100, 1_000);
    private static final int MAX_EVENTS = 31;

    private static final String TITLE = "Stand-up";
    private static final String LOCATION = "Room 4";
    private static final List<String> ATTENDEES = List.of("ada@example.org", "grace@example.org");

    private Scenario() {}

    /** Runs 1 to 31 events among 1 to 1,000 operations. The sandbox stays open. Blocks for about a minute. */
    public static ScenarioReport play(Sandbox sandbox) {
        return play(sandbox, OPERATIONS, EVENTS);
    }

    /**
     * Runs every pair of these numbers. The sandbox stays open. Blocks.
     *
     * @param operations how many operations there are in total, each from 1 to {@value Surroundings#MAX_OPERATIONS}
     * @param events how many events are created, each from 1 to 31
     * @throws IllegalArgumentException if a number is outside its range
     */
    public static ScenarioReport play(Sandbox sandbox, List<Integer> operations, List<Integer> events) {
        if (operations.stream().anyMatch(number -> number < 1 || number > Surroundings.MAX_OPERATIONS)
                || events.stream().anyMatch(number -> number < 1 || number > MAX_EVENTS)) {
            throw new IllegalArgumentException("There may be 1 to " + Surroundings.MAX_OPERATIONS
                    + " operations and 1 to " + MAX_EVENTS + " events, not " + operations + " and " + events + ".");
        }
        Map<Setting, Ways> played = new LinkedHashMap<>();
        for (int number : operations) {
            play(number, events, new BorrowedSandbox(sandbox), played);
        }
        return new ScenarioReport(played, operations, events);
    }

    private static void play(int operations, List<Integer> numbers, Sandbox sandbox, Map<Setting, Ways> played) {
        try (ToolPerOperation tools = ToolPerOperation.start(Surroundings.of(operations));
                Conversation classic = new Conversation(tools.url());
                CodeMode codeMode = CodeMode.builder()
                        .source(Surroundings.of(operations))
                        .sandbox(sandbox)
                        .build();
                McpHttpServer server = CodeModeMcp.server(codeMode).startHttp("127.0.0.1", 0);
                Conversation scripts = new Conversation(server.url())) {
            byScript(scripts, 1);
            for (int events : numbers) {
                played.put(
                        new Setting(operations, events),
                        new Ways(
                                toolByTool(classic, events, 1),
                                toolByTool(classic, events, events),
                                byScript(scripts, events)));
            }
        }
    }

    private static String task(int events) {
        return events == 1
                ? "Create a stand-up of 15 minutes at 09:00 UTC on 1 March 2027 in room 4 with Ada and Grace."
                : "Create a stand-up of 15 minutes at 09:00 UTC on each day from 1 to " + events
                        + " March 2027 in room 4 with Ada and Grace.";
    }

    private static String answer(int events) {
        return events == 1 ? "The stand-up is in the calendar." : "The " + events + " stand-ups are in the calendar.";
    }

    private static Usage toolByTool(Conversation conversation, int events, int together) {
        conversation.begin(task(events));
        List<Call> calls = IntStream.rangeClosed(1, events)
                .mapToObj(day -> new Call("calendar_createEvent", event(day)))
                .toList();
        for (int i = 0; i < calls.size(); i += together) {
            conversation.turn(calls.subList(i, Math.min(i + together, calls.size())));
        }
        return conversation.end(answer(events));
    }

    private static Map<String, Object> event(int day) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("title", TITLE);
        arguments.put("start", String.format(Locale.ROOT, "2027-03-%02dT09:00:00Z", day));
        arguments.put("end", String.format(Locale.ROOT, "2027-03-%02dT09:15:00Z", day));
        arguments.put("location", LOCATION);
        arguments.put("attendees", ATTENDEES);
        return arguments;
    }

    private static Usage byScript(Conversation conversation, int events) {
        conversation.begin(task(events));
        conversation.turn(List.of(new Call("search", Map.of("query", "create calendar event"))));
        List<String> results = conversation.turn(List.of(new Call("execute", Map.of("code", script(events)))));
        if (!results.get(0).startsWith(events == 1 ? "\"evt_" : String.valueOf(events))) {
            throw new IllegalStateException("The script returned " + results.get(0));
        }
        return conversation.end(answer(events));
    }

    private static String script(int events) {
        if (events == 1) {
            return """
                    const event = await calendar.createEvent({
                      title: "Stand-up", start: "2027-03-01T09:00:00Z", end: "2027-03-01T09:15:00Z",
                      location: "Room 4", attendees: ["ada@example.org", "grace@example.org"],
                    });
                    return event.id;""";
        }
        return """
                const days = Array.from({ length: %d }, (_, i) => `2027-03-${String(i + 1).padStart(2, "0")}`);
                const events = await Promise.all(days.map(day => calendar.createEvent({
                  title: "Stand-up", start: `${day}T09:00:00Z`, end: `${day}T09:15:00Z`,
                  location: "Room 4", attendees: ["ada@example.org", "grace@example.org"],
                })));
                return events.length;""".formatted(events);
    }

    /**
     * A variant.
     *
     * @param operations how many operations there are
     * @param events how many events are created
     */
    record Setting(int operations, int events) {}

    /**
     * The costs of a variant.
     *
     * @param sequential with one tool per operation, one call per turn
     * @param parallel with one tool per operation, all calls in one turn
     * @param script with two tools, a search and a script
     */
    record Ways(Usage sequential, Usage parallel, Usage script) {
        List<Usage> all() {
            return List.of(sequential, parallel, script);
        }
    }

    /** Lends a sandbox to one server after another. */
    private record BorrowedSandbox(Sandbox sandbox) implements Sandbox {
        @Override
        public Execution execute(SandboxRequest request) throws InterruptedException {
            return sandbox.execute(request);
        }

        @Override
        public void close() {
            // The sandbox belongs to its owner.
        }
    }
}
