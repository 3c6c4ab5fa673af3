package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;

/**
 * A price that was changed.
 *
 * @param isbn the book
 * @param before the old price in euros
 * @param after the new price in euros
 */
public record PriceChange(String isbn, BigDecimal before, BigDecimal after) {}
