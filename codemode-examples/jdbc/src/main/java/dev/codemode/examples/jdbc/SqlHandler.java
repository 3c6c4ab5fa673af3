package dev.codemode.examples.jdbc;

import dev.codemode.catalog.Effect;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationFailedException.Retry;
import dev.codemode.source.OperationHandler;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs a query with the arguments of a call. Thread-safe. */
final class SqlHandler implements OperationHandler {
    private static final int MAX_ROWS = 10_000;

    private final DataSource database;
    private final SqlQuery query;
    private final ExecutorService threads;

    SqlHandler(DataSource database, SqlQuery query, ExecutorService threads) {
        this.database = database;
        this.query = query;
        this.threads = threads;
    }

    @Override
    public @Nullable Object invoke(OperationCall call) throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.jdbcText())) {
            bind(statement, call.arguments());
            long seconds = Duration.between(Instant.now(), call.deadline()).toSeconds();
            statement.setQueryTimeout((int) Math.max(1, Math.min(seconds, 3_600)));
            statement.setMaxRows(MAX_ROWS + 1);
            return execute(statement) ? rows(statement.getResultSet()) : (Object) statement.getUpdateCount();
        } catch (SQLIntegrityConstraintViolationException e) {
            // Scripts may read about violated rules of the data. Any other message would reveal internals of the
            // database.
            throw failed("A constraint of the database forbids it.", Retry.NO, e);
        } catch (SQLTimeoutException e) {
            throw failed("The query took too long.", Retry.UNKNOWN, e);
        } catch (SQLTransientException e) {
            throw failed("The database is busy.", Retry.LATER, e);
        }
    }

    private void bind(PreparedStatement statement, Map<String, @Nullable Object> arguments) throws SQLException {
        ParameterMetaData types = statement.getParameterMetaData();
        List<String> names = query.parameters();
        for (int i = 0; i < names.size(); i++) {
            int type = types.getParameterType(i + 1);
            try {
                statement.setObject(i + 1, SqlTypes.argument(arguments.get(names.get(i)), type));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw failed("'" + names.get(i) + "' is not in the format that its declaration names.", Retry.NO, e);
            }
        }
    }

    /** Executes on a separate thread, since JDBC does not respond to interrupts; the thread that waits for it does. */
    private boolean execute(PreparedStatement statement) throws SQLException, InterruptedException {
        Future<Boolean> running = threads.submit(() -> statement.execute());
        try {
            return running.get();
        } catch (InterruptedException e) {
            do {
                statement.cancel(); // has no effect before the statement runs
            } while (!hasEnded(running));
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static boolean hasEnded(Future<Boolean> running) throws InterruptedException {
        try {
            running.get(20, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private List<Map<String, @Nullable Object>> rows(ResultSet rows) throws SQLException {
        ResultSetMetaData columns = rows.getMetaData();
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        while (rows.next()) {
            if (all.size() == MAX_ROWS) {
                Retry retry = query.effect() == Effect.READ ? Retry.NO : Retry.UNKNOWN;
                throw failed("The query has more than " + MAX_ROWS + " rows. Ask for fewer.", retry, null);
            }
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                row.put(columns.getColumnLabel(i), SqlTypes.value(rows, i, columns.getColumnType(i)));
            }
            all.add(row);
        }
        return all;
    }

    private static OperationFailedException failed(String message, Retry retry, @Nullable Exception cause) {
        return new OperationFailedException(message, retry, OptionalInt.empty(), cause);
    }
}
