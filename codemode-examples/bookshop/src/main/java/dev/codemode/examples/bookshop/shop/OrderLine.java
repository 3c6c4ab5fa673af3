package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;

/**
 * A book in an order.
 *
 * @param isbn the book
 * @param quantity how many copies
 * @param unitPrice the price of one copy in euros on the day of the order
 */
public record OrderLine(String isbn, int quantity, BigDecimal unitPrice) {}
