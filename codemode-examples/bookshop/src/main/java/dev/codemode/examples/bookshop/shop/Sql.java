package dev.codemode.examples.bookshop.shop;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements within one transaction. Confined to one thread at a time. */
final class Sql {
    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Reads a row at the cursor. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Returns all rows. */
    <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepare(query, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        }
    }

    /** Returns the first row, if there is one. */
    <T> Optional<T> first(String query, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        return list(query, reader, arguments).stream().findFirst();
    }

    /** Returns the number in the only row of the only column. */
    int count(String query, @Nullable Object... arguments) throws SQLException {
        return first(query, row -> row.getInt(1), arguments).orElseThrow();
    }

    /** Changes rows and returns how many. */
    int update(String statement, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, arguments)) {
            return prepared.executeUpdate();
        }
    }

    /** Inserts a row and returns the number that the database gave it. */
    int insert(String statement, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement, new String[] {"id"})) {
            bind(prepared, arguments);
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                keys.next();
                return keys.getInt(1);
            }
        }
    }

    /** Carries out one statement for each list of arguments. */
    void batch(String statement, List<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                bind(prepared, row);
                prepared.addBatch();
            }
            prepared.executeBatch();
        }
    }

    private PreparedStatement prepare(String text, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text);
        bind(statement, arguments);
        return statement;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Enum<?> constant ? constant.name() : argument);
        }
    }
}
