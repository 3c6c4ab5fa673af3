package dev.codemode.examples.jdbc;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.source.OperationHandler;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.sql.Connection;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Named queries as a service, whose types come from the database. The queries may change while the source is in use.
 * Thread-safe.
 */
public final class SqlSource implements ServiceSource {
    private final String service;
    private final DataSource database;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(SqlSource::thread);
    private volatile List<SqlQuery> queries;

    /** Creates a source of these queries under the service's name. */
    public SqlSource(String service, DataSource database, List<SqlQuery> queries) {
        this.service = service;
        this.database = database;
        this.queries = List.copyOf(queries);
    }

    /** Replaces the queries, and notifies the listeners. */
    public void replace(List<SqlQuery> queries) {
        this.queries = List.copyOf(queries);
        listeners.forEach(Runnable::run);
    }

    // snippet: load
    @Override
    public SourceSnapshot load() {
        List<Operation> operations = new ArrayList<>();
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        List<SourceIssue> issues = new ArrayList<>();
        for (SqlQuery query : queries) {
            Optional<String> problem = OperationName.problem(service, List.of(query.name()));
            if (problem.isPresent()) {
                issues.add(SourceIssue.error(query.location(), problem.get()));
                continue;
            }
            OperationName name = OperationName.of(service, query.name());
            if (handlers.containsKey(name)) {
                issues.add(SourceIssue.error(query.location(), "Another query has this name. Rename one of them."));
                continue;
            }
            try {
                operations.add(operation(name, query));
                handlers.put(name, new SqlHandler(database, query, threads));
            } catch (SQLException e) {
                issues.add(SourceIssue.warning(query.location(), "It was left out: " + e.getMessage()));
            }
        }
        Service found = Service.of(service, Docs.of("Queries of the database."), operations, List.of());
        return new SourceSnapshot(List.of(found), handlers, issues);
    }

    private Operation operation(OperationName name, SqlQuery query) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query.jdbcText())) {
            return Operation.builder(name, query.effect())
                    .docs(Docs.of(query.description()))
                    .input(Schema.object(arguments(query, statement.getParameterMetaData())))
                    .output(result(statement.getMetaData()))
                    .build();
        }
    }
    // end

    private static List<Schema.Property> arguments(SqlQuery query, ParameterMetaData types) throws SQLException {
        Map<String, Schema.Property> arguments = new LinkedHashMap<>();
        List<String> names = query.parameters();
        for (int i = 0; i < names.size(); i++) {
            Schema schema = SqlTypes.schema(types.getParameterType(i + 1));
            boolean nullable = types.isNullable(i + 1) != ParameterMetaData.parameterNoNulls;
            arguments.putIfAbsent(
                    names.get(i),
                    nullable
                            ? Schema.Property.optional(names.get(i), Schema.nullable(schema))
                            : Schema.Property.required(names.get(i), schema));
        }
        return List.copyOf(arguments.values());
    }

    /** Returns the schema of the rows, or of the number of rows that a statement has changed. */
    private static Schema result(@Nullable ResultSetMetaData columns) throws SQLException {
        if (columns == null) {
            return Schema.integer();
        }
        Map<String, Schema.Property> row = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Schema schema = SqlTypes.schema(columns.getColumnType(i));
            boolean nullable = columns.isNullable(i) != ResultSetMetaData.columnNoNulls;
            String label = columns.getColumnLabel(i);
            Schema.Property column = Schema.Property.required(label, nullable ? Schema.nullable(schema) : schema);
            if (row.put(label, column) != null) {
                throw new SQLException("Two columns have the label '" + label + "'. Rename one with AS.");
            }
        }
        return Schema.array(Schema.object(List.copyOf(row.values())));
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "sql");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
