package dev.codemode.examples.bookshop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.source.OperationFailedException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrderServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final String BOOK = "9789029797535";
    private static final int PLACED = 2_499;
    private static final int PAID = 2_492;
    private static final int SHIPPED = 1;
    private static final int CANCELLED = 2_443;
    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private final Database database = Database.open();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final OrderService orders = new OrderService(database, clock);
    private final InventoryService inventory = new InventoryService(database, clock);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void findsOrdersNewestFirst() {
        assertThat(orders.find(OrderStatus.PLACED, null, null, null, 0, 2))
                .isEqualTo(new Page<>(
                        9,
                        2,
                        List.of(
                                new OrderSummary(
                                        2_500,
                                        98,
                                        OrderStatus.PLACED,
                                        Instant.parse("2026-10-31T10:41:00Z"),
                                        new BigDecimal("161.95")),
                                new OrderSummary(
                                        2_499,
                                        224,
                                        OrderStatus.PLACED,
                                        Instant.parse("2026-10-30T17:34:00Z"),
                                        new BigDecimal("29.99")))));
    }

    @Test
    void findsOrdersOfTheWholeLastDay() {
        LocalDate lastDay = LocalDate.of(2026, 10, 31);
        assertThat(orders.find(null, null, lastDay, lastDay, 0, 200).items())
                .extracting(OrderSummary::id)
                .containsExactly(2_500);
    }

    @Test
    void findsOrdersOfACustomer() {
        assertThat(orders.find(null, 7, null, null, 0, 200).items())
                .extracting(OrderSummary::id)
                .containsExactly(2_415, 1_981, 1_625, 365, 351, 262);
    }

    @Test
    void returnsAnOrderWithItsLinesAndPayment() {
        assertThat(orders.get(SHIPPED))
                .isEqualTo(new Order(
                        SHIPPED,
                        93,
                        OrderStatus.SHIPPED,
                        Instant.parse("2024-10-31T19:52:00Z"),
                        Instant.parse("2024-11-01T19:52:00Z"),
                        List.of(
                                new OrderLine("9789019502835", 2, new BigDecimal("6.99")),
                                new OrderLine("9789042230361", 2, new BigDecimal("17.49")),
                                new OrderLine("9789052762630", 3, new BigDecimal("14.99")),
                                new OrderLine("9789060523254", 3, new BigDecimal("32.49"))),
                        new BigDecimal("191.40"),
                        new Payment.Card("0098"),
                        NOTHING));
    }

    @Test
    void saysHowToFindAnOrderThatIsUnknown() {
        assertFails(
                () -> orders.get(9_999),
                "There is no order 9999. orders.find finds orders by status, customer and date.");
    }

    @Test
    void placesAnOrderAndTakesItsBooks() {
        int before = inventory.level(BOOK).onHand();
        assertThat(orders.place(new NewOrder(7, List.of(new NewOrderLine(BOOK, 2)))))
                .isEqualTo(new Order(
                        2_501,
                        7,
                        OrderStatus.PLACED,
                        NOW,
                        null,
                        List.of(new OrderLine(BOOK, 2, new BigDecimal("13.99"))),
                        new BigDecimal("27.98"),
                        null,
                        NOTHING));
        assertThat(inventory.level(BOOK).onHand()).isEqualTo(before - 2);
    }

    @Test
    void placesNothingIfOneBookIsOutOfStock() {
        StockLevel before = inventory.level(BOOK);
        assertFails(
                () -> orders.place(
                        new NewOrder(7, List.of(new NewOrderLine(BOOK, 1), new NewOrderLine("9789010079220", 1)))),
                "Out of stock: 1 of 'The Crooked Archive of Aveiro' (9789010079220) asked for, but only 0 on hand."
                        + " Ask for fewer, or wait for a delivery (inventory.receive).");
        assertThat(inventory.level(BOOK)).isEqualTo(before);
        assertThat(orders.find(null, 7, null, null, 0, 1).total()).isEqualTo(6);
    }

    @Test
    void refusesAnOrderOfAnUnknownCustomer() {
        assertFails(
                () -> orders.place(new NewOrder(9_999, List.of(new NewOrderLine(BOOK, 1)))),
                "There is no customer 9999. customers.find finds customers by name.");
    }

    @Test
    void refusesABookTwice() {
        assertFails(
                () -> orders.place(new NewOrder(7, List.of(new NewOrderLine(BOOK, 1), new NewOrderLine(BOOK, 1)))),
                "The order names the book 9789029797535 twice. Add the quantities up in one line.");
    }

    @Test
    void paysByCard() {
        assertPays(new Payment.Card("4242"));
    }

    @Test
    void paysByInvoice() {
        assertPays(new Payment.Invoice(LocalDate.of(2026, 12, 1)));
    }

    @Test
    void paysWithAVoucher() {
        assertPays(new Payment.Voucher("SINT-2026"));
    }

    private void assertPays(Payment payment) {
        Order before = orders.get(PLACED);
        assertThat(orders.pay(PLACED, payment))
                .isEqualTo(new Order(
                        PLACED,
                        before.customerId(),
                        OrderStatus.PAID,
                        before.placedAt(),
                        null,
                        before.lines(),
                        before.total(),
                        payment,
                        NOTHING));
    }

    @Test
    void refusesToPayTwice() {
        assertFails(
                () -> orders.pay(PAID, new Payment.Voucher("SINT-2026")),
                "Order 2492 cannot be paid: it is PAID, and only PLACED orders can.");
    }

    @Test
    void shipsAnOrder() {
        Order before = orders.get(PAID);
        assertThat(orders.ship(PAID))
                .isEqualTo(new Order(
                        PAID,
                        before.customerId(),
                        OrderStatus.SHIPPED,
                        before.placedAt(),
                        NOW,
                        before.lines(),
                        before.total(),
                        before.payment(),
                        NOTHING));
    }

    @Test
    void refusesToShipWhatIsNotPaid() {
        assertFails(
                () -> orders.ship(PLACED),
                "Order 2499 cannot be shipped: it is PLACED, and only PAID orders can. Pay it first with orders.pay.");
    }

    @Test
    void refusesToShipTwice() {
        assertFails(() -> orders.ship(SHIPPED), "Order 1 cannot be shipped: it is SHIPPED, and only PAID orders can.");
    }

    @ParameterizedTest
    @ValueSource(ints = {PLACED, PAID})
    void cancelsAnOrderAndPutsItsBooksBack(int id) {
        OrderLine line = orders.get(id).lines().get(0);
        int before = inventory.level(line.isbn()).onHand();
        assertThat(orders.cancel(id, "Changed my mind").status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(inventory.level(line.isbn()).onHand()).isEqualTo(before + line.quantity());
        assertThat(inventory.movements(line.isbn()))
                .containsExactly(new StockMovement(
                        NOW, MovementKind.RETURN, line.quantity(), "Order " + id + " cancelled: Changed my mind"));
    }

    @Test
    void refusesToCancelWhatWasShipped() {
        assertFails(
                () -> orders.cancel(SHIPPED, "Too late"),
                "Order 1 cannot be cancelled: it was shipped on 2024-11-01."
                        + " Use orders.refund to give the customer money back.");
    }

    @Test
    void refusesToCancelTwice() {
        assertFails(() -> orders.cancel(CANCELLED, "Again"), "Order 2443 is cancelled already.");
    }

    @Test
    void addsUpRefunds() {
        orders.refund(SHIPPED, new BigDecimal("100"));
        assertThat(orders.refund(SHIPPED, new BigDecimal("91.40")).refunded()).isEqualTo(new BigDecimal("191.40"));
    }

    @Test
    void refusesToRefundMoreThanWasPaid() {
        orders.refund(SHIPPED, new BigDecimal("100"));
        assertFails(
                () -> orders.refund(SHIPPED, new BigDecimal("91.41")),
                "Order 1 can be refunded by at most 91.40 euros, but 91.41 were asked for.");
    }

    @Test
    void refusesToRefundWhatWasNeverPaid() {
        assertFails(
                () -> orders.refund(PLACED, BigDecimal.ONE),
                "Order 2499 was never paid, so there is nothing to refund.");
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(OperationFailedException.class).hasMessage(message);
    }
}
