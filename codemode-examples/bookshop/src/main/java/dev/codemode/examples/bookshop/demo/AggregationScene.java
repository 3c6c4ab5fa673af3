package dev.codemode.examples.bookshop.demo;

import dev.codemode.audit.Tokens;
import java.util.Locale;

/** A question over hundreds of rows, answered in one turn. */
record AggregationScene() implements Scene {
    private static final String SCRIPT = """
            const range = { status: "SHIPPED", from: "2026-08-01", to: "2026-09-30", limit: 100 };
            const found = [];
            for (let offset = 0; offset !== null; ) {
              const page = await orders.find({ ...range, offset });
              found.push(...page.items);
              offset = page.nextOffset;
            }
            const full = await Promise.all(found.map(o => orders.get({ id: o.id })));
            const lines = full.flatMap(o => o.lines);
            const isbns = [...new Set(lines.map(l => l.isbn))];
            const books = await Promise.all(isbns.map(isbn => catalogue.get({ isbn })));
            const genreOf = new Map(books.map(b => [b.isbn, b.genre]));
            const revenue = {};
            for (const l of lines) {
              const genre = genreOf.get(l.isbn);
              revenue[genre] = (revenue[genre] ?? 0) + l.quantity * l.unitPrice;
            }
            const best = Object.entries(revenue).sort((a, b) => b[1] - a[1]).slice(0, 3);
            return { orders: full.length, books: books.length,
              best: best.map(([genre, sum]) => ({ genre, euros: Math.round(sum) })) };
            """;

    private static final String RESULT = """
            {"orders":196,"books":349,"best":[{"genre":"TRAVEL","euros":3544},\
            {"genre":"FANTASY","euros":3389},{"genre":"ROMANCE","euros":3112}]}""";

    @Override
    public String title() {
        return "One script joins, filters and adds up hundreds of rows";
    }

    @Override
    public void play(Stage stage) {
        CallTally tally = stage.tally();
        int callsBefore = tally.calls();
        int tokensBefore = tally.tokens();
        stage.screen().line("Which genres earned most in August and September?");
        Answer answer = stage.execute(SCRIPT);
        int calls = tally.calls() - callsBefore;
        stage.screen()
                .line(String.format(
                        Locale.ROOT,
                        "%,d tokens written, %,d read. The %,d calls behind it come to %,d tokens.",
                        Tokens.of(SCRIPT),
                        Tokens.of(answer.text()),
                        calls,
                        tally.tokens() - tokensBefore));
        stage.expect(answer.text().equals(RESULT), RESULT, answer.text());
        stage.expect(calls > 500, "more than 500 calls", calls + " calls");
    }
}
