package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A book that the shop sells.
 *
 * @param isbn ISBN-13 without hyphens
 * @param title the title
 * @param authors the authors, in the order of the title page
 * @param genre the shelf that it stands on
 * @param published the day of publication
 * @param price the price of one copy in euros
 */
public record Book(
        String isbn, String title, List<Author> authors, Genre genre, LocalDate published, BigDecimal price) {
    /** Copies the authors. */
    public Book {
        authors = List.copyOf(authors);
    }
}
