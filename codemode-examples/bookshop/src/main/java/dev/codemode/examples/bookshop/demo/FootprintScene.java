package dev.codemode.examples.bookshop.demo;

import dev.codemode.audit.Tokens;
import java.util.Locale;

/** The cost of the tools before the first turn. */
record FootprintScene() implements Scene {
    private static final int MAX_TOKENS = 700;

    @Override
    public String title() {
        return "Two tools instead of many";
    }

    @Override
    public void play(Stage stage) {
        int operations = stage.catalog().operations().size();
        int classic = stage.classicTokens();
        String json = stage.model().tools();
        int tokens = Tokens.of(json);
        Screen screen = stage.screen();
        screen.line("tools/list, as the model's context holds it:");
        screen.line(String.format(
                Locale.ROOT, "    two tools, search and execute    %,7d tokens, for any number of operations", tokens));
        screen.line(String.format(
                Locale.ROOT,
                "    one tool for each operation      %,7d tokens, for %d operations",
                classic,
                operations));
        stage.expect(tokens <= MAX_TOKENS, "at most " + MAX_TOKENS + " tokens", tokens + " in " + json);
    }
}
