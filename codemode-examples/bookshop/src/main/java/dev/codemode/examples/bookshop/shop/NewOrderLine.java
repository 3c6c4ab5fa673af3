package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * A book to order.
 *
 * @param isbn ISBN-13 without hyphens
 * @param quantity how many copies
 */
public record NewOrderLine(String isbn, @Min(1) @Max(99) int quantity) {}
