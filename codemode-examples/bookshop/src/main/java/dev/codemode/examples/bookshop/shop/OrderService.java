package dev.codemode.examples.bookshop.shop;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.source.OperationFailedException;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Customer orders, from placing to refund. Thread-safe. */
@CodeModeService(name = "orders")
public final class OrderService {
    private final Database database;
    private final Clock clock;

    /** Creates the service over a database that somebody else closes. */
    public OrderService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Finds orders, newest first.
     *
     * @param status only orders in this state
     * @param customerId only orders of this customer
     * @param from only orders placed on this day (UTC) or later
     * @param to only orders placed on this day (UTC) or earlier
     * @param offset how many orders to skip
     * @param limit how many orders to return
     * @return orders without their lines, which orders.get returns
     */
    @CodeModeOperation(effect = Effect.READ)
    public Page<OrderSummary> find(
            @Nullable OrderStatus status,
            @Nullable Integer customerId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @CodeModeParam(defaultValue = "0") @Min(0) int offset,
            @CodeModeParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        Filter filter = new Filter()
                .and("status = ?", status)
                .and("customer_id = ?", customerId)
                .and("placed_at >= ?", from == null ? null : startOf(from))
                .and("placed_at < ?", to == null ? null : startOf(to.plusDays(1)));
        return database.transaction(sql -> Page.of(
                sql.list(
                        "SELECT * FROM orders" + filter.where() + " ORDER BY placed_at DESC, id DESC LIMIT ? OFFSET ?",
                        Orders::summary,
                        filter.arguments(limit, offset)),
                sql.count("SELECT COUNT(*) FROM orders" + filter.where(), filter.arguments()),
                offset));
    }

    /**
     * Returns an order with its lines and its payment.
     *
     * @param id the order's number
     */
    @CodeModeOperation(effect = Effect.READ)
    public Order get(int id) {
        return database.transaction(sql -> Orders.get(sql, id));
    }

    /** Places an order at today's prices. Fails as a whole if one of its books is out of stock. */
    @CodeModeOperation(effect = Effect.WRITE, searchTerms = "buy")
    public Order place(NewOrder order) {
        SortedMap<String, Integer> quantities = quantities(order);
        return database.transaction(sql -> {
            int customerId = CustomerService.get(sql, order.customerId()).id();
            BigDecimal total = BigDecimal.ZERO;
            for (Map.Entry<String, Integer> line : quantities.entrySet()) {
                BigDecimal price = Books.get(sql, line.getKey()).price();
                total = total.add(price.multiply(BigDecimal.valueOf(line.getValue())));
            }
            int id = sql.insert(
                    "INSERT INTO orders (customer_id, status, placed_at, total) VALUES (?, 'PLACED', ?, ?)",
                    customerId,
                    clock.instant(),
                    total);
            for (Map.Entry<String, Integer> line : quantities.entrySet()) {
                sql.update(
                        "INSERT INTO order_line (order_id, isbn, quantity, unit_price)"
                                + " SELECT ?, isbn, ?, price FROM book WHERE isbn = ?",
                        id,
                        line.getValue(),
                        line.getKey());
                stock(sql).take(line.getKey(), line.getValue(), MovementKind.SALE, "Order " + id);
            }
            return Orders.get(sql, id);
        });
    }

    /** Returns the copies by ISBN, in one order for everybody, so that two orders never wait for each other. */
    private static SortedMap<String, Integer> quantities(NewOrder order) {
        SortedMap<String, Integer> quantities = new TreeMap<>();
        for (NewOrderLine line : order.lines()) {
            if (quantities.put(line.isbn(), line.quantity()) != null) {
                throw new OperationFailedException(
                        "The order names the book " + line.isbn() + " twice. Add the quantities up in one line.");
            }
        }
        return quantities;
    }

    /**
     * Pays an order that was placed.
     *
     * @param id the order's number
     * @param payment how it is paid
     */
    @CodeModeOperation(effect = Effect.WRITE)
    public Order pay(int id, Payment payment) {
        return database.transaction(sql -> {
            Order order = Orders.lock(sql, id);
            if (order.status() != OrderStatus.PLACED) {
                throw new OperationFailedException(
                        "Order " + id + " cannot be paid: it is " + order.status() + ", and only PLACED orders can.");
            }
            sql.update(
                    "UPDATE orders SET status = 'PAID', paid_by = ?, payment_detail = ? WHERE id = ?",
                    Orders.paidBy(payment),
                    Orders.detail(payment),
                    id);
            return Orders.get(sql, id);
        });
    }

    /**
     * Ships an order that was paid.
     *
     * @param id the order's number
     */
    @CodeModeOperation(
            effect = Effect.WRITE,
            searchTerms = {"send", "parcel", "dispatch"})
    public Order ship(int id) {
        return database.transaction(sql -> {
            Order order = Orders.lock(sql, id);
            if (order.status() != OrderStatus.PAID) {
                throw new OperationFailedException("Order " + id + " cannot be shipped: it is " + order.status()
                        + ", and only PAID orders can."
                        + (order.status() == OrderStatus.PLACED ? " Pay it first with orders.pay." : ""));
            }
            sql.update("UPDATE orders SET status = 'SHIPPED', shipped_at = ? WHERE id = ?", clock.instant(), id);
            return Orders.get(sql, id);
        });
    }

    /**
     * Cancels an order that was not shipped and puts its books back. There is no way to revive it.
     *
     * @param id the order's number
     * @param reason what the customer should read
     */
    @CodeModeOperation(effect = Effect.DESTRUCTIVE)
    public Order cancel(int id, @NotBlank String reason) {
        return database.transaction(sql -> {
            Order order = Orders.lock(sql, id);
            if (order.status() == OrderStatus.CANCELLED) {
                throw new OperationFailedException("Order " + id + " is cancelled already.");
            }
            if (order.shippedAt() != null) {
                throw new OperationFailedException("Order " + id + " cannot be cancelled: it was shipped on "
                        + LocalDate.ofInstant(order.shippedAt(), ZoneOffset.UTC)
                        + ". Use orders.refund to give the customer money back.");
            }
            sql.update("UPDATE orders SET status = 'CANCELLED' WHERE id = ?", id);
            for (OrderLine line : order.lines()) {
                stock(sql)
                        .add(
                                line.isbn(),
                                line.quantity(),
                                MovementKind.RETURN,
                                "Order " + id + " cancelled: " + reason);
            }
            return Orders.get(sql, id);
        });
    }

    /**
     * Gives back money for an order that was paid. The money is gone at once.
     *
     * @param id the order's number
     * @param amount euros to give back; with earlier refunds at most the order's total
     */
    @CodeModeOperation(effect = Effect.DESTRUCTIVE)
    public Order refund(int id, @Positive BigDecimal amount) {
        return database.transaction(sql -> {
            Order order = Orders.lock(sql, id);
            if (order.payment() == null) {
                throw new OperationFailedException("Order " + id + " was never paid, so there is nothing to refund.");
            }
            BigDecimal left = order.total().subtract(order.refunded());
            if (amount.compareTo(left) > 0) {
                throw new OperationFailedException("Order " + id + " can be refunded by at most " + left
                        + " euros, but " + amount.toPlainString() + " were asked for.");
            }
            sql.update("UPDATE orders SET refunded = refunded + ? WHERE id = ?", amount, id);
            return Orders.get(sql, id);
        });
    }

    private Stock stock(Sql sql) {
        return new Stock(sql, clock.instant());
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
