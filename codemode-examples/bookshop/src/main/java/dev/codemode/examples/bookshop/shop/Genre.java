package dev.codemode.examples.bookshop.shop;

/** The shelf that a book stands on. */
public enum Genre {
    CRIME,
    FANTASY,
    HISTORY,
    POETRY,
    ROMANCE,
    SCIENCE,
    TRAVEL
}
