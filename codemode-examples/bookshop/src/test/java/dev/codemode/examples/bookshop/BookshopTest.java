package dev.codemode.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Caller;
import dev.codemode.testkit.Golden;
import dev.codemode.testkit.gate.Intent;
import dev.codemode.testkit.gate.SurfaceGate;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class BookshopTest {
    private static final Bookshop BOOKSHOP = Bookshop.open();

    @AfterAll
    static void close() {
        BOOKSHOP.close();
    }

    @Test
    void showsModelsWhatWasReviewed() {
        SurfaceGate.of(BOOKSHOP.codeMode())
                .toolsTakeAtMost(600)
                .finds(Intent.read(Path.of("src/test/resources/intents.tsv")), 5, 0.9)
                .declares(Golden.in("src/test/resources/golden"), "bookshop.d.ts");
    }

    @Test
    void exposesNothingThatNeedsAWarning() {
        assertThat(BOOKSHOP.codeMode().warnings()).isEmpty();
    }

    @Test
    void keepsWhatAPaymentIs() {
        assertThat(run("return (await orders.get({ id: 1 })).payment;"))
                .isEqualTo("{\"type\":\"Card\",\"lastFour\":\"0098\"}");
    }

    @Test
    void takesEveryPayment() {
        assertThat(run("""
                        const payments = [{ type: "Card", lastFour: "4242" },
                          { type: "Invoice", due: "2026-12-01" }, { type: "Voucher", code: "SINT-2026" }];
                        const { items } = await orders.find({ status: "PLACED", limit: 3 });
                        const paid = await Promise.all(items.map(({ id }, i) => orders.pay({ id, payment: payments[i] })));
                        return paid.map(order => order.payment);
                        """))
                .isEqualTo("[{\"type\":\"Card\",\"lastFour\":\"4242\"},{\"type\":\"Invoice\",\"due\":\"2026-12-01\"},"
                        + "{\"type\":\"Voucher\",\"code\":\"SINT-2026\"}]");
    }

    private static String run(String script) {
        return BOOKSHOP.codeMode().execute(script, Caller.anonymous()).text();
    }
}
