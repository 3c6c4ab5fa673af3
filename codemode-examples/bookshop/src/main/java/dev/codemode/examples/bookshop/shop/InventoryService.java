package dev.codemode.examples.bookshop.shop;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stock levels, deliveries and losses. Thread-safe. */
@CodeModeService(name = "inventory")
public final class InventoryService {
    private final Database database;
    private final Clock clock;

    /** Creates the service over a database that somebody else closes. */
    public InventoryService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Returns how many copies of a book there are.
     *
     * @param isbn ISBN-13 without hyphens
     */
    @CodeModeOperation(effect = Effect.READ)
    public StockLevel level(String isbn) {
        return database.transaction(sql -> stock(sql).level(isbn));
    }

    /**
     * Returns the books that the shop should order more of.
     *
     * @param limit how many books to return
     * @return the fewest copies first
     */
    @CodeModeOperation(
            effect = Effect.READ,
            searchTerms = {"reorder", "shortage", "running out", "sold out"})
    public List<StockLevel> low(@CodeModeParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        return database.transaction(sql -> sql.list(
                "SELECT * FROM stock WHERE on_hand < reorder_below ORDER BY on_hand, isbn LIMIT ?",
                Stock::read,
                limit));
    }

    /**
     * Returns what changed a stock level.
     *
     * @param isbn ISBN-13 without hyphens
     * @return the newest first, at most 100
     */
    @CodeModeOperation(effect = Effect.READ)
    public List<StockMovement> movements(String isbn) {
        return database.transaction(sql -> sql.list(
                "SELECT * FROM stock_movement WHERE isbn = ? ORDER BY id DESC LIMIT 100",
                InventoryService::movement,
                Books.get(sql, isbn).isbn()));
    }

    /**
     * Puts a delivery on the shelves. Fails as a whole if one of its books is unknown.
     *
     * @return the new stock levels in the order of the ISBN
     */
    @CodeModeOperation(
            effect = Effect.WRITE,
            searchTerms = {"arrived", "boxes"})
    public List<StockLevel> receive(Delivery delivery) {
        return database.transaction(sql -> {
            Stock stock = stock(sql);
            List<StockLevel> levels = new ArrayList<>();
            for (Map.Entry<String, Integer> line : new TreeMap<>(delivery.copies()).entrySet()) {
                stock.add(line.getKey(), line.getValue(), MovementKind.DELIVERY, "From " + delivery.supplier());
                levels.add(stock.level(line.getKey()));
            }
            return levels;
        });
    }

    /**
     * Sets a stock level to what was counted.
     *
     * @param isbn ISBN-13 without hyphens
     * @param counted the copies that are there
     */
    @CodeModeOperation(effect = Effect.WRITE)
    public StockLevel adjust(String isbn, @Min(0) int counted) {
        return database.transaction(sql -> {
            Stock stock = stock(sql);
            int change = counted - stock.level(isbn).onHand();
            stock.add(isbn, change, MovementKind.COUNT, "Counted " + counted);
            return stock.level(isbn);
        });
    }

    /**
     * Writes off copies that are damaged or gone. They cannot be brought back.
     *
     * @param isbn ISBN-13 without hyphens
     * @param copies how many copies
     * @param reason what happened to them
     */
    @CodeModeOperation(effect = Effect.DESTRUCTIVE)
    public StockLevel writeOff(String isbn, @Positive int copies, @NotBlank String reason) {
        return database.transaction(sql -> {
            Stock stock = stock(sql);
            stock.take(isbn, copies, MovementKind.WRITE_OFF, reason);
            return stock.level(isbn);
        });
    }

    private Stock stock(Sql sql) {
        return new Stock(sql, clock.instant());
    }

    private static StockMovement movement(ResultSet row) throws SQLException {
        return new StockMovement(
                row.getObject("at", Instant.class),
                MovementKind.valueOf(row.getString("kind")),
                row.getInt("change"),
                row.getString("reason"));
    }
}
