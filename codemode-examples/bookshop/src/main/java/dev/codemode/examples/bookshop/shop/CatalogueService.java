package dev.codemode.examples.bookshop.shop;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Books, their authors and prices. Thread-safe. */
@CodeModeService(name = "catalogue")
public final class CatalogueService {
    private final Database database;

    /** Creates the service over a database that somebody else closes. */
    public CatalogueService(Database database) {
        this.database = database;
    }

    /**
     * Finds books.
     *
     * @param text part of the title or of the author's name, in any case
     * @param genre only books of this genre
     * @param maxPrice only books that cost at most this many euros
     * @param offset how many books to skip
     * @param limit how many books to return
     * @return in the order of the titles
     */
    @CodeModeOperation(effect = Effect.READ, searchTerms = "category")
    public Page<Book> search(
            @Nullable String text,
            @Nullable Genre genre,
            @Positive @Nullable BigDecimal maxPrice,
            @CodeModeParam(defaultValue = "0") @Min(0) int offset,
            @CodeModeParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        Filter filter = new Filter()
                .and("LOWER(title || ' ' || author.name) LIKE ?", Filter.containing(text))
                .and("genre = ?", genre)
                .and("price <= ?", maxPrice);
        return database.transaction(sql -> Page.of(
                sql.list(
                        Books.SELECT + filter.where() + " ORDER BY title, isbn LIMIT ? OFFSET ?",
                        Books::read,
                        filter.arguments(limit, offset)),
                sql.count(
                        "SELECT COUNT(*) FROM book JOIN author ON author.id = author_id" + filter.where(),
                        filter.arguments()),
                offset));
    }

    /**
     * Returns a book.
     *
     * @param isbn ISBN-13 without hyphens
     */
    @CodeModeOperation(effect = Effect.READ)
    public Book get(String isbn) {
        return database.transaction(sql -> Books.get(sql, isbn));
    }

    /**
     * Returns the books of an author.
     *
     * @param authorId the author's number
     * @return the newest first; none if there is no such author
     */
    @CodeModeOperation(effect = Effect.READ, searchTerms = "writer")
    public List<Book> byAuthor(int authorId) {
        return database.transaction(sql ->
                sql.list(Books.SELECT + " WHERE author_id = ? ORDER BY published DESC, isbn", Books::read, authorId));
    }

    /**
     * Returns the latest books.
     *
     * @param since only books published on this day or later
     * @param limit how many books to return
     * @return the newest first
     */
    @CodeModeOperation(
            effect = Effect.READ,
            searchTerms = {"came out", "arrivals"})
    public List<Book> newReleases(
            @Nullable LocalDate since, @CodeModeParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        Filter filter = new Filter().and("published >= ?", since);
        return database.transaction(sql -> sql.list(
                Books.SELECT + filter.where() + " ORDER BY published DESC, isbn LIMIT ?",
                Books::read,
                filter.arguments(limit)));
    }

    /** Returns the number of books of each genre. */
    @CodeModeOperation(effect = Effect.READ, searchTerms = "category")
    public Map<Genre, Integer> genres() {
        return database.transaction(sql -> {
            Map<Genre, Integer> counts = new EnumMap<>(Genre.class);
            for (Genre genre : Genre.values()) {
                counts.put(genre, sql.count("SELECT COUNT(*) FROM book WHERE genre = ?", genre));
            }
            return counts;
        });
    }

    /**
     * Finds authors.
     *
     * @param name part of the name, in any case
     * @return in the order of the names
     */
    @CodeModeOperation(effect = Effect.READ, searchTerms = "writer")
    public List<Author> authors(@Nullable String name) {
        Filter filter = new Filter().and("LOWER(name) LIKE ?", Filter.containing(name));
        return database.transaction(sql -> sql.list(
                "SELECT * FROM author" + filter.where() + " ORDER BY name",
                CatalogueService::author,
                filter.arguments()));
    }

    /**
     * Returns an author.
     *
     * @param id the author's number
     * @return null if there is no such author
     */
    @CodeModeOperation(effect = Effect.READ, searchTerms = "writer")
    public Optional<Author> author(int id) {
        return database.transaction(
                sql -> sql.first("SELECT * FROM author WHERE id = ?", CatalogueService::author, id));
    }

    /**
     * Changes the price of a book. Orders that were placed keep theirs.
     *
     * @param isbn ISBN-13 without hyphens
     * @param price the new price in euros
     */
    @CodeModeOperation(
            effect = Effect.WRITE,
            searchTerms = {"sale", "discount"})
    public PriceChange changePrice(String isbn, @Positive BigDecimal price) {
        return database.transaction(sql -> {
            BigDecimal before = Books.get(sql, isbn).price();
            sql.update("UPDATE book SET price = ? WHERE isbn = ?", price, isbn);
            return new PriceChange(isbn, before, Books.get(sql, isbn).price());
        });
    }

    private static Author author(ResultSet row) throws SQLException {
        return new Author(row.getInt("id"), row.getString("name"), row.getObject("birth_year", Integer.class));
    }
}
