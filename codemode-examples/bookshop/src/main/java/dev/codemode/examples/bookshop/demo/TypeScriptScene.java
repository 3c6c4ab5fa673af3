package dev.codemode.examples.bookshop.demo;

import java.time.Duration;

/** What models really write: TypeScript in a fence; and a mistake that is reported before anything happens. */
record TypeScriptScene() implements Scene {
    private static final String FENCED = """
            This counts the books of each genre that cost less than ten euros:

            ```typescript
            type Counts = Record<string, number>;
            const counts: Counts = {};
            for (const genre of ["POETRY", "TRAVEL"] as const) {
              counts[genre] = (await catalogue.search({ genre, maxPrice: 10, limit: 1 })).total;
            }
            counts
            ```
            """;
    private static final String MISSPELT = """
            const lines = [{ isbn: "9789029797535", quantity: 1 }];
            const order: { id: number } = await orders.place({ customerId: 7, lines });
            return await orders.shipp({ id: order.id });
            """;

    /** Only a check finds the mistake: nothing calls the function. */
    private static final String UNCALLED =
            "const later = () => orders.gett({ id: 1 }); await new Promise((done) => setTimeout(done, 500)); return 1;";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public String title() {
        return "TypeScript in a fence runs, and a misspelt call is refused before the write ahead of it";
    }

    @Override
    public void play(Stage stage) {
        Answer counts = stage.execute(FENCED);
        stage.expect(
                !counts.failed() && counts.text().contains("\"POETRY\":"), "the books of each genre", counts.text());
        stage.expect(isChecked(stage), "the declarations to have been read by now", "no check");
        Answer refusal = stage.attack(MISSPELT);
        stage.expect(
                refusal.failed()
                        && refusal.text().contains("Did you mean orders.ship")
                        && refusal.text().contains("Nothing was changed."),
                "an error before the order was placed",
                refusal.text());
    }

    /** The server reads its declarations in the background; until then a mistake is found when its line runs. */
    private static boolean isChecked(Stage stage) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        boolean checked = false;
        while (!checked && end - System.nanoTime() > 0) {
            checked = stage.model().execute(UNCALLED).failed();
        }
        return checked;
    }
}
