package dev.codemode.examples.bookshop.shop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** An embedded database in memory, with the shop's tables and rows that are the same each time. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final int MAX_CONNECTIONS = 32;

    private final JdbcConnectionPool pool;
    private final Connection keeper;

    /** An in-memory database lasts as long as a connection to it, so one is kept open. */
    private Database(JdbcConnectionPool pool, Connection keeper) {
        this.pool = pool;
        this.keeper = keeper;
    }

    /** Opens a new database that nobody else sees. */
    public static Database open() {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID(), "bookshop", "");
        pool.setMaxConnections(MAX_CONNECTIONS);
        Database database = new Database(pool, connect(pool));
        database.transaction(sql -> sql.update(schema()));
        database.transaction(new SampleRows()::insert);
        return database;
    }

    private static Connection connect(JdbcConnectionPool pool) {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not open: " + e.getMessage(), e);
        }
    }

    private static String schema() {
        try (InputStream in = Objects.requireNonNull(Database.class.getResourceAsStream("schema.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is done within a transaction. */
    interface Work<T> {
        T run(Sql sql) throws SQLException;
    }

    /** Does the work in one transaction: all of it, or nothing if it throws. Blocks while no connection is free. */
    <T> T transaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.run(new Sql(connection));
                connection.commit();
                return result;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused a statement: " + e.getMessage(), e);
        }
    }

    /** Forgets every row. Closing twice is allowed. */
    @Override
    public void close() {
        try {
            keeper.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not close: " + e.getMessage(), e);
        }
        pool.dispose();
    }
}
