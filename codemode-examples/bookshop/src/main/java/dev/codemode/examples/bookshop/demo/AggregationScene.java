package dev.codemode.examples.bookshop.demo;

import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
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

    @Override
    public String title() {
        return "One script joins, filters and adds up hundreds of rows";
    }

    @Override
    public void play(Stage stage) {
        Screen screen = stage.screen();
        screen.line("Question: which genres earned most in August and September?");
        Answer answer = stage.execute(SCRIPT);
        screen.line("and reads:");
        screen.quote(answer.text(), 5);
        ExecuteAnswer rehearsed = stage.rehearsal().codeMode().execute(SCRIPT, Caller.anonymous());
        CallTally tally = stage.tally();
        screen.line(String.format(
                Locale.ROOT,
                "%,d tokens written, %,d read. Behind it: %,d calls, whose arguments and results are %,d tokens.",
                Tokens.of(SCRIPT),
                Tokens.of(answer.text()),
                tally.calls(),
                tally.tokens()));
        stage.expect(!answer.failed(), "a result", answer.text());
        stage.expect(rehearsed.text().equals(answer.text()), rehearsed.text(), answer.text());
        stage.expect(tally.calls() > 300, "hundreds of calls", tally.calls() + " calls");
    }
}
