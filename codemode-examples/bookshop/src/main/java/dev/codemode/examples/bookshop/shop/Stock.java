package dev.codemode.examples.bookshop.shop;

import dev.codemode.source.OperationFailedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Moves copies in and out, and writes down why. Confined to one thread at a time. */
final class Stock {
    private final Sql sql;
    private final Instant now;

    Stock(Sql sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    StockLevel level(String isbn) throws SQLException {
        String known = Books.get(sql, isbn).isbn();
        return sql.first("SELECT * FROM stock WHERE isbn = ?", Stock::read, known)
                .orElseThrow();
    }

    void add(String isbn, int copies, MovementKind kind, String reason) throws SQLException {
        if (sql.update("UPDATE stock SET on_hand = on_hand + ? WHERE isbn = ?", copies, isbn) == 0) {
            Books.get(sql, isbn);
        }
        record(isbn, copies, kind, reason);
    }

    /** Takes copies out, all of them or none: two callers cannot both take the last one. */
    void take(String isbn, int copies, MovementKind kind, String reason) throws SQLException {
        if (sql.update("UPDATE stock SET on_hand = on_hand - ? WHERE isbn = ? AND on_hand >= ?", copies, isbn, copies)
                == 0) {
            throw new OperationFailedException("Out of stock: " + copies + " of '"
                    + Books.get(sql, isbn).title() + "' (" + isbn + ") asked for, but only "
                    + level(isbn).onHand()
                    + " on hand. Ask for fewer, or wait for a delivery (inventory.receive).");
        }
        record(isbn, -copies, kind, reason);
    }

    void record(String isbn, int change, MovementKind kind, String reason) throws SQLException {
        sql.update(
                "INSERT INTO stock_movement (isbn, at, kind, change, reason) VALUES (?, ?, ?, ?, ?)",
                isbn,
                now,
                kind,
                change,
                reason);
    }

    static StockLevel read(ResultSet row) throws SQLException {
        return new StockLevel(row.getString("isbn"), row.getInt("on_hand"), row.getInt("reorder_below"));
    }
}
