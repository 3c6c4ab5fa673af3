package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A book that the shop sells.
 *
 * @param isbn ISBN-13 without hyphens
 * @param title the title
 * @param author who wrote it
 * @param genre the shelf that it stands on
 * @param published the day of publication
 * @param price the price of one copy in euros
 */
public record Book(String isbn, String title, Author author, Genre genre, LocalDate published, BigDecimal price) {}
