package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * What a customer wants to buy.
 *
 * @param customerId who orders
 * @param lines the books, each in one line
 */
public record NewOrder(int customerId, @NotEmpty List<NewOrderLine> lines) {
    /** Copies the lines. */
    public NewOrder {
        lines = List.copyOf(lines);
    }
}
