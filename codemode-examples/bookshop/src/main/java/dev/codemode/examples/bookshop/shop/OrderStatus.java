package dev.codemode.examples.bookshop.shop;

/** How far an order has come: PLACED, then PAID, then SHIPPED. CANCELLED ends one that was not shipped. */
public enum OrderStatus {
    PLACED,
    PAID,
    SHIPPED,
    CANCELLED
}
