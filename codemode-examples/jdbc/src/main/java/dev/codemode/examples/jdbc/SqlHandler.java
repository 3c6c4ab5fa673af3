package dev.codemode.examples.jdbc;

import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs a query with the arguments of a call. Thread-safe. */
final class SqlHandler implements OperationHandler {
    private static final int MAX_ROWS = 10_000;

    private final DataSource database;
    private final SqlQuery query;

    SqlHandler(DataSource database, SqlQuery query) {
        this.database = database;
        this.query = query;
    }

    @Override
    public @Nullable Object invoke(OperationCall call) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.jdbcText())) {
            // JDBC does not see interrupts: the database must know by when the execution ends.
            long seconds = Duration.between(Instant.now(), call.deadline()).toSeconds();
            statement.setQueryTimeout((int) Math.max(1, Math.min(seconds, 3_600)));
            statement.setMaxRows(MAX_ROWS);
            List<String> parameters = query.parameters();
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, call.arguments().get(parameters.get(i)));
            }
            return statement.execute() ? rows(statement.getResultSet()) : (Object) statement.getUpdateCount();
        } catch (SQLIntegrityConstraintViolationException e) {
            // A rule of the data is for the script to know. Any other message would tell it of the database's insides.
            throw new OperationFailedException("A constraint of the database forbids it.");
        } catch (SQLTimeoutException e) {
            throw failed("The query took too long.", OperationFailedException.Retry.UNKNOWN, e);
        } catch (SQLTransientException e) {
            throw failed("The database is busy.", OperationFailedException.Retry.LATER, e);
        }
    }

    private static OperationFailedException failed(
            String message, OperationFailedException.Retry retry, SQLException cause) {
        return new OperationFailedException(message, retry, OptionalInt.empty(), cause);
    }

    private static List<Map<String, @Nullable Object>> rows(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        while (rows.next()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), SqlTypes.value(rows, i, columns.getColumnType(i)));
            }
            all.add(row);
        }
        return all;
    }
}
