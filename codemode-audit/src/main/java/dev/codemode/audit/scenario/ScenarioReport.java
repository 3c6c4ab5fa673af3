package dev.codemode.audit.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.audit.scenario.Scenario.Setting;
import dev.codemode.audit.scenario.Scenario.Ways;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The costs of the scenario's variants, with the assumptions. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ScenarioReport {
    private static final List<Integer> SHOWN_OPERATIONS = List.of(8, 25, 1_000);
    private static final List<Integer> SHOWN_EVENTS = List.of(1, 31);
    private static final List<String> NAMES = List.of("sequential", "parallel", "script");

    private static final String ASSUMPTIONS = """
            Scripted: no model took part. It is assumed to make no mistake, to write no thoughts, and to search once before
            its script. Servers, client, results and token counts (o200k_base) are real; MCP over HTTP on one machine.
              sequential  a tool for each operation, one call a turn
              parallel    a tool for each operation, all calls in one turn
              script      the two tools of Code Mode: a search, then one script
            Every turn reads everything before it again. "cached" prices new input at 1.25 and input read before at 0.1, as
            Anthropic lists prompt caching. Operations beyond the calendar's 8 are generated.
            """;

    private static final String VENDORS = """
            Published by others, on other tasks and with real models, for comparison:
              Cloudflare's API of 2,594 operations: 1,170,523 tokens as tools (244,047 with required parameters only),
              1,069 as two tools. A calendar on stage: 32 % fewer tokens for one event, 81 % fewer for 31.
            """;

    private final Map<Setting, Ways> played;
    private final List<Integer> operations;
    private final List<Integer> events;

    ScenarioReport(Map<Setting, Ways> played, List<Integer> operations, List<Integer> events) {
        this.played = Map.copyOf(played);
        this.operations = List.copyOf(operations);
        this.events = List.copyOf(events);
    }

    /**
     * Returns the costs of each way: with one tool per operation and one call per turn, the same with all calls in one
     * turn, and with a search and a script.
     *
     * @throws IllegalArgumentException if this variant was not run
     */
    public List<Usage> usage(int operations, int events) {
        return ways(operations, events).all();
    }

    private Ways ways(int operations, int events) {
        Ways ways = played.get(new Setting(operations, events));
        if (ways == null) {
            throw new IllegalArgumentException(
                    "There is no variant of " + operations + " operations and " + events + " events.");
        }
        return ways;
    }

    /** Returns the report for a terminal: the variants, then where a script costs less and where it costs more. */
    public String toText() {
        StringBuilder text = new StringBuilder("Creating events in a calendar, by tools and by a script\n\n");
        text.append(ASSUMPTIONS).append('\n');
        variants(text);
        curve(
                text,
                "tools, one call a turn",
                ways -> (double) ways.script().tokens() / ways.sequential().tokens());
        curve(
                text,
                "tools, all calls in one turn",
                ways -> (double) ways.script().tokens() / ways.parallel().tokens());
        curve(
                text,
                "tools, all calls in one turn, both cached",
                ways -> ways.script().cachedTokens() / ways.parallel().cachedTokens());
        return text.append(VENDORS).toString();
    }

    private void variants(StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "%10s  %6s  %-10s  %5s  %9s  %7s  %9s  %9s  %7s\n",
                "operations",
                "events",
                "way",
                "turns",
                "read",
                "written",
                "tokens",
                "cached",
                "MCP ms"));
        for (int number : SHOWN_OPERATIONS) {
            for (int calls : SHOWN_EVENTS) {
                if (!played.containsKey(new Setting(number, calls))) {
                    continue;
                }
                List<Usage> ways = ways(number, calls).all();
                for (int i = 0; i < ways.size(); i++) {
                    Usage usage = ways.get(i);
                    text.append(String.format(
                            Locale.ROOT,
                            "%,10d  %6d  %-10s  %5d  %,9d  %,7d  %,9d  %,9.0f  %,7.0f\n",
                            number,
                            calls,
                            NAMES.get(i),
                            usage.turns(),
                            usage.inputTokens(),
                            usage.outputTokens(),
                            usage.tokens(),
                            usage.cachedTokens(),
                            usage.millis()));
                }
            }
        }
        text.append('\n');
    }

    private void curve(StringBuilder text, String against, ToDoubleFunction<Ways> ratio) {
        text.append("Tokens of the script for each token of ")
                .append(against)
                .append("; above 1 the script costs more\n\n");
        text.append(String.format(Locale.ROOT, "%10s ", "operations"));
        events.forEach(
                calls -> text.append(String.format(Locale.ROOT, "%8s", calls == 1 ? "1 call" : calls.toString())));
        text.append('\n');
        for (int number : operations) {
            text.append(String.format(Locale.ROOT, "%,10d ", number));
            for (int calls : events) {
                text.append(String.format(Locale.ROOT, "%8.2f", ratio.applyAsDouble(ways(number, calls))));
            }
            text.append('\n');
        }
        text.append('\n');
    }

    /** Returns every variant as a JSON array, for programs. */
    public String toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int number : operations) {
            for (int calls : events) {
                List<Usage> ways = ways(number, calls).all();
                for (int i = 0; i < ways.size(); i++) {
                    ObjectNode json = array.addObject();
                    json.put("operations", number).put("events", calls).put("way", NAMES.get(i));
                    json.put("turns", ways.get(i).turns());
                    json.put("inputTokens", ways.get(i).inputTokens());
                    json.put("outputTokens", ways.get(i).outputTokens());
                    json.put("cachedInputTokens", ways.get(i).cachedInput());
                    json.put("mcpMillis", ways.get(i).millis());
                }
            }
        }
        return array.toPrettyString().replace("\r\n", "\n") + "\n";
    }
}
