package dev.codemode.examples.bookshop.shop;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who wrote a book.
 *
 * @param id the author's number
 * @param name given name and surname
 * @param birthYear null where it is not known
 */
public record Author(int id, String name, @Nullable Integer birthYear) {}
