package dev.codemode.examples.bookshop.demo;

import dev.codemode.audit.Tokens;
import java.util.Locale;

/** The way a model finds operations that it may call. */
record SearchScene() implements Scene {
    private static final String QUERY = "cancel an order";

    @Override
    public String title() {
        return "A search returns TypeScript";
    }

    @Override
    public void play(Stage stage) {
        Screen screen = stage.screen();
        screen.line("The model searches for \"" + QUERY + "\" and reads:");
        Answer answer = stage.model().search(QUERY, 1);
        screen.quote(answer.text(), 24);
        screen.line(String.format(Locale.ROOT, "%,d tokens.", Tokens.of(answer.text())));
        stage.expect(
                !answer.failed() && answer.text().contains("orders.cancel(args: {"), "orders.cancel", answer.text());
    }
}
