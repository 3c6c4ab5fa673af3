package dev.codemode.examples.bookshop.demo;

/** Scripts that would bring down another server: each runs in its own process, which is killed if necessary. */
record RunawayScene() implements Scene {
    private static final String ENDLESS = """
            let page = 0;
            while (true) page++;
            """;
    private static final String HEAP_BOMB = """
            const all = [];
            while (true) all.push(new Float64Array(1e6));
            """;
    private static final String NEXT = """
            return (await catalogue.search({ limit: 1 })).total;
            """;

    @Override
    public String title() {
        return "An endless loop and a heap bomb are stopped, and the next script answers";
    }

    @Override
    public void play(Stage stage) {
        Answer endless = stage.attack(ENDLESS);
        stage.expect(
                endless.failed() && endless.text().contains("(limit: maxCpuTime)"),
                "a script that was stopped for computing too long",
                endless.text());
        Answer bomb = stage.attack(HEAP_BOMB);
        stage.expect(
                bomb.failed() && bomb.text().contains("(limit: maxMemoryBytes"),
                "a script that was stopped for holding too much",
                bomb.text());
        Answer next = stage.execute(NEXT);
        stage.expect(!next.failed() && next.text().equals("800"), "the number of books", next.text());
    }
}
