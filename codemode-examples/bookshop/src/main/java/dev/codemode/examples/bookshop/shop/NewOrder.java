package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;

/**
 * What a customer wants to buy.
 *
 * @param customerId who orders
 * @param lines the books, each at most once
 */
public record NewOrder(int customerId, @NotEmpty List<Line> lines) {
    /** Copies the lines. */
    public NewOrder {
        lines = List.copyOf(lines);
    }

    /**
     * A book to order.
     *
     * @param isbn the book
     * @param quantity how many copies
     */
    public record Line(String isbn, @Min(1) @Max(99) int quantity) {}
}
