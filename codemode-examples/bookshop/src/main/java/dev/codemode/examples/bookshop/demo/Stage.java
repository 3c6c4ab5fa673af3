package dev.codemode.examples.bookshop.demo;

import dev.codemode.audit.ToolDefinition;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.examples.bookshop.Bookshop;
import java.time.Instant;

/**
 * The environment of the scenes. Confined to one thread at a time.
 *
 * @param model stands in for a model, connected to a server in another process
 * @param rehearsal a shop with the same rows in this process, where each script runs once more for a look behind the
 *     scenes
 * @param tally the total of the calls of all scripts so far
 * @param screen the output for people
 * @param start when the demo began
 */
record Stage(ModelClient model, Bookshop rehearsal, CallTally tally, Screen screen, Instant start) {
    /** Returns the operations behind the two tools. */
    Catalog catalog() {
        return rehearsal.codeMode().catalog(Caller.anonymous());
    }

    /** Returns the tokens of the same operations as one tool each. */
    int classicTokens() {
        return catalog().services().values().stream()
                .flatMap(service -> ToolDefinition.of(service).stream())
                .mapToInt(ToolDefinition::tokens)
                .sum();
    }

    /** Prints what the model writes and what it reads, and returns the latter. */
    Answer execute(String script) {
        Answer answer = attack(script);
        rehearsal.codeMode().execute(script, Caller.anonymous());
        return answer;
    }

    /** Does the same with a script, without a look behind the scenes. */
    Answer attack(String script) {
        screen.line("The model writes a script:");
        screen.quote(script, 20);
        Answer answer = model.execute(script);
        screen.line(answer.failed() ? "and reads an error:" : "and reads:");
        screen.quote(answer.text(), 14);
        return answer;
    }

    /** Ends the demo unless the condition holds. */
    void expect(boolean condition, String expected, String found) {
        if (!condition) {
            throw new SceneFailedException("Expected " + expected + ", but found: " + found);
        }
    }
}
