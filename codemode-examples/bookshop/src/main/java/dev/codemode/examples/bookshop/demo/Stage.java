package dev.codemode.examples.bookshop.demo;

import dev.codemode.examples.bookshop.Bookshop;

/**
 * What the scenes play on. Confined to one thread at a time.
 *
 * @param model stands in for a model, connected to a server in another process
 * @param rehearsal a shop of the same rows in this process, to look behind the scenes
 * @param tally what scripts cost in the rehearsal
 * @param screen where a person watches
 */
record Stage(ModelClient model, Bookshop rehearsal, CallTally tally, Screen screen) {
    /** Prints what the model writes, and returns what it reads. */
    Answer execute(String code) {
        screen.line("The model writes a script:");
        screen.quote(code, 20);
        return model.execute(code);
    }

    /** Ends the demo unless the condition holds. */
    void expect(boolean condition, String expected, String found) {
        if (!condition) {
            throw new SceneFailedException("Expected " + expected + ", but found: " + found);
        }
    }
}
