package dev.codemode.examples.bookshop.shop;

/** What changes a stock level. */
public enum MovementKind {
    DELIVERY,
    SALE,
    RETURN,
    COUNT,
    WRITE_OFF
}
