package dev.codemode.examples.bookshop.shop;

import dev.codemode.source.OperationFailedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Reads books from rows. */
final class Books {
    static final String SELECT =
            "SELECT book.*, author.name, author.birth_year FROM book JOIN author ON author.id = author_id";

    private Books() {}

    static Book read(ResultSet row) throws SQLException {
        return new Book(
                row.getString("isbn"),
                row.getString("title"),
                new Author(row.getInt("author_id"), row.getString("name"), row.getObject("birth_year", Integer.class)),
                Genre.valueOf(row.getString("genre")),
                row.getObject("published", LocalDate.class),
                row.getBigDecimal("price"));
    }

    static Book get(Sql sql, String isbn) throws SQLException {
        return sql.first(SELECT + " WHERE isbn = ?", Books::read, isbn)
                .orElseThrow(() -> new OperationFailedException("There is no book with the ISBN '" + isbn
                        + "'. An ISBN has 13 digits and no hyphens; catalogue.search finds books by title."));
    }
}
