package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order with all that belongs to it.
 *
 * @param id the order's number
 * @param customerId who ordered
 * @param status how far it has come
 * @param placedAt when it was placed
 * @param shippedAt when it left the shop, or null if it has not
 * @param lines the books
 * @param total the sum of the lines in euros
 * @param payment how it was paid, or null if it was not
 * @param refunded what the customer got back in euros
 */
public record Order(
        int id,
        int customerId,
        OrderStatus status,
        Instant placedAt,
        @Nullable Instant shippedAt,
        List<OrderLine> lines,
        BigDecimal total,
        @Nullable Payment payment,
        BigDecimal refunded) {
    /** Copies the lines. */
    public Order {
        lines = List.copyOf(lines);
    }
}
