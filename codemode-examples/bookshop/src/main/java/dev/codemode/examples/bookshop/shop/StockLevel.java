package dev.codemode.examples.bookshop.shop;

/**
 * How many copies of a book there are.
 *
 * @param isbn the book
 * @param onHand copies in the shop
 * @param reorderBelow the number of copies below which the shop should order more
 */
public record StockLevel(String isbn, int onHand, int reorderBelow) {}
