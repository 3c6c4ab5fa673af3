package dev.codemode.examples.bookshop.demo;

/** An error that tells a model what to do, and what not to do again. */
record FailureScene() implements Scene {
    private static final String TOO_EARLY = """
            const lines = [{ isbn: "9789029797535", quantity: 1 }];
            const order = await orders.place({ customerId: 7, lines });
            return await orders.ship({ id: order.id });
            """;
    private static final String MENDED = """
            const { items: [order] } = await orders.find({ customerId: 7, status: "PLACED" });
            await orders.pay({ id: order.id, payment: { type: "Invoice", due: "2026-12-31" } });
            return await orders.ship({ id: order.id });
            """;

    @Override
    public String title() {
        return "A script fails halfway, and the error says how to go on";
    }

    @Override
    public void play(Stage stage) {
        Answer failure = stage.execute(TOO_EARLY);
        stage.expect(
                failure.failed()
                        && failure.text().contains("Pay it first with orders.pay.")
                        && failure.text().contains("orders.place (write) succeeded"),
                "an error that names the cure and the order that was placed",
                failure.text());
        Answer success = stage.execute(MENDED);
        stage.expect(
                !success.failed() && success.text().contains("\"status\":\"SHIPPED\""),
                "an order that was shipped",
                success.text());
    }
}
