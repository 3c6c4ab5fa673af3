package dev.codemode.examples.bookshop.shop;

import dev.codemode.source.OperationFailedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads orders from rows, and payments to and from their columns. */
final class Orders {
    private Orders() {}

    static Order get(Sql sql, int id) throws SQLException {
        List<OrderLine> lines = sql.list(
                "SELECT * FROM order_line WHERE order_id = ? ORDER BY isbn",
                row -> new OrderLine(row.getString("isbn"), row.getInt("quantity"), row.getBigDecimal("unit_price")),
                id);
        return sql.first("SELECT * FROM orders WHERE id = ?", row -> order(row, lines), id)
                .orElseThrow(() -> new OperationFailedException(
                        "There is no order " + id + ". orders.find finds orders by status, customer and date."));
    }

    /** Returns the order and keeps others from changing it until the transaction ends. */
    static Order lock(Sql sql, int id) throws SQLException {
        sql.list("SELECT id FROM orders WHERE id = ? FOR UPDATE", row -> row.getInt(1), id);
        return get(sql, id);
    }

    private static Order order(ResultSet row, List<OrderLine> lines) throws SQLException {
        OrderSummary summary = summary(row);
        return new Order(
                summary.id(),
                summary.customerId(),
                summary.status(),
                summary.placedAt(),
                row.getObject("shipped_at", Instant.class),
                lines,
                summary.total(),
                payment(row.getString("paid_by"), row.getString("payment_detail")),
                row.getBigDecimal("refunded"));
    }

    static OrderSummary summary(ResultSet row) throws SQLException {
        return new OrderSummary(
                row.getInt("id"),
                row.getInt("customer_id"),
                OrderStatus.valueOf(row.getString("status")),
                row.getObject("placed_at", Instant.class),
                row.getBigDecimal("total"));
    }

    private static @Nullable Payment payment(@Nullable String paidBy, String detail) {
        if (paidBy == null) {
            return null;
        }
        return switch (paidBy) {
            case "CARD" -> new Payment.Card(detail);
            case "INVOICE" -> new Payment.Invoice(LocalDate.parse(detail));
            case "VOUCHER" -> new Payment.Voucher(detail);
            default -> throw new IllegalStateException("An order is paid by '" + paidBy + "', which nobody knows.");
        };
    }

    /** Returns what to write into the column {@code paid_by}. */
    static String paidBy(Payment payment) {
        if (payment instanceof Payment.Card) {
            return "CARD";
        }
        return payment instanceof Payment.Invoice ? "INVOICE" : "VOUCHER";
    }

    /** Returns what to write into the column {@code payment_detail}. */
    static String detail(Payment payment) {
        if (payment instanceof Payment.Card card) {
            return card.lastFour();
        }
        if (payment instanceof Payment.Invoice invoice) {
            return invoice.due().toString();
        }
        return ((Payment.Voucher) payment).code();
    }
}
