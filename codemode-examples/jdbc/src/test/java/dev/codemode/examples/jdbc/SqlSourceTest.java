package dev.codemode.examples.jdbc;

import static dev.codemode.examples.jdbc.Main.ADD;
import static dev.codemode.examples.jdbc.Main.FIND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.codemode.CodeMode;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.source.OperationCall;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class SqlSourceTest {
    private static final String EVENTS = """
            CREATE TABLE event (held DATE, local TIMESTAMP, price DECIMAL(8, 2), instant TIMESTAMP WITH TIME ZONE,
              bytes VARBINARY(9), flag BOOLEAN, n BIGINT, share DOUBLE PRECISION)""";
    private static final SqlQuery ADD_EVENT = new SqlQuery(
            "addEvent",
            Effect.WRITE,
            "",
            "INSERT INTO event VALUES (:held, :local, :price, :instant, :bytes, :flag, :n, :share)");

    /** One for all tests, most of which run one script. */
    private static final Sandbox WORKERS = GraalSandbox.create();

    @AfterAll
    static void stopWorkers() {
        WORKERS.close();
    }

    static SqlSource source(SqlQuery... queries) {
        return source("SELECT 1", queries);
    }

    private static SqlSource source(String preparation, SqlQuery... queries) {
        try {
            DataSource database = Main.database(UUID.randomUUID().toString());
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(preparation);
            }
            return new SqlSource("books", database, List.of(queries));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SqlQuery read(String name, String sql) {
        return new SqlQuery(name, Effect.READ, "", sql);
    }

    private static CodeMode codeMode(SqlSource source) {
        return CodeMode.builder().source(source).sandbox(new SharedSandbox()).build();
    }

    /** Leaves the workers to the next test. */
    private static final class SharedSandbox implements Sandbox {
        @Override
        public Execution execute(SandboxRequest request) throws InterruptedException {
            return WORKERS.execute(request);
        }

        @Override
        public void close() {}
    }

    private static @Nullable String result(String script, SqlQuery... queries) {
        return result(source(queries), script);
    }

    private static @Nullable String result(SqlSource source, String script) {
        try (CodeMode codeMode = codeMode(source)) {
            return codeMode.execute(script, Caller.anonymous()).resultJson();
        }
    }

    private static @Nullable String message(SqlSource source, String call) {
        return result(source, "try { return await " + call + "; } catch (e) { return e.message; }");
    }

    private static @Nullable Object invoke(SourceSnapshot snapshot) throws Exception {
        OperationCall call = new OperationCall(
                snapshot.services().get(0).operations().values().iterator().next(),
                Map.of(),
                Caller.anonymous(),
                "execution",
                1,
                Instant.now().plusSeconds(3_600));
        return snapshot.handlers().values().iterator().next().invoke(call);
    }

    @Test
    void declaresWhatTheDatabaseSays() {
        try (CodeMode codeMode = codeMode(source(FIND, ADD))) {
            assertThat(codeMode.search(SearchQuery.of("books.find"), Caller.anonymous())
                            .text())
                    .contains("""
                    /** Finds books of an author. */
                    books.find(args?: { author?: string | null }): Promise<{
                      isbn: string;
                      title: string;
                      copies: number;
                    """);
        }
    }

    @Test
    void runsQueriesForScripts() {
        assertThat(result("""
                await books.add({ isbn: "9780141439587", title: "Persuasion", author: "Austen", copies: 0, price: "7.50" });
                return await books.find({ author: "Austen" });
                """, FIND, ADD))
                .isEqualTo("[{\"isbn\":\"9780141439518\",\"title\":\"Emma\",\"copies\":2,\"price\":\"8.99\"},"
                        + "{\"isbn\":\"9780141439587\",\"title\":\"Persuasion\",\"copies\":0,\"price\":\"7.50\"}]");
    }

    @Test
    void returnsValuesAsTheirDeclarationsSay() {
        SqlQuery events = read("events", """
                SELECT held AS "held", local AS "local", price AS "price", instant AS "instant", bytes AS "bytes",
                  flag AS "flag", n AS "n", share AS "share" FROM event""");
        String values = "{\"held\":\"2026-01-02\",\"local\":\"2026-01-02T03:04:00\",\"price\":\"10.50\","
                + "\"instant\":\"2026-01-02T03:04:05+02:00\",\"bytes\":\"aGVsbG8=\","
                + "\"flag\":true,\"n\":5,\"share\":0.5}";
        String script = "await books.addEvent(" + values + "); await books.addEvent(); return await books.events();";
        assertThat(result(source(EVENTS, ADD_EVENT, events), script))
                .isEqualTo("[" + values + "," + values.replaceAll("(\":)[^,}]*(?=,\"|})", "$1null") + "]");
    }

    @Test
    void refusesTextThatIsNotInTheFormatOfItsType() {
        assertThat(message(source(EVENTS, ADD_EVENT), "books.addEvent({ held: \"yesterday\" })"))
                .isEqualTo("\"books.addEvent: 'held' is not in the format that its declaration names.\"");
    }

    @Test
    void takesNoColonForAParameterThatIsNone() {
        SqlQuery query = read("all", """
                SELECT ':a' AS "b:c", copies::VARCHAR AS "d" /* :e */ FROM book WHERE author = :author -- :f""");
        assertThat(query.parameters()).containsExactly("author");
        assertThat(result("return await books.all({ author: \"Austen\" });", query))
                .isEqualTo("[{\"b:c\":\":a\",\"d\":\"2\"}]");
    }

    @Test
    void cutsNoRowsOffWithoutAWord() {
        SqlQuery many = read("many", "SELECT x AS \"x\" FROM SYSTEM_RANGE(1, 10001)");
        assertThat(message(source(many), "books.many()"))
                .isEqualTo("\"books.many: The query has more than 10000 rows. Ask for fewer.\"");
    }

    @Test
    void tellsAScriptOfAConstraint() {
        assertThat(message(
                        source(ADD),
                        "books.add({ isbn: \"9780141439518\", title: \"Emma\", author: \"Austen\", copies: 1 })"))
                .isEqualTo("\"books.add: A constraint of the database forbids it.\"");
    }

    @Test
    void tellsAScriptOfNoOtherFailure() {
        SqlQuery failing = read("failing", "SELECT 1 / (copies - 2) AS \"x\" FROM book");
        assertThat(message(source(failing), "books.failing()")).matches("\"books.failing: .*\\(reference [^ ]+\\).*\"");
    }

    @Test
    void stopsAStatementWhenItsExecutionEnds() throws Exception {
        String alias = "CREATE ALIAS running FOR \"" + Running.class.getName() + ".running\"";
        SqlQuery endless =
                read("endless", "SELECT COUNT(*) AS \"n\" FROM SYSTEM_RANGE(1, 1000000000000) WHERE running(x)");
        try (SqlSource source = source(alias, endless)) {
            FutureTask<@Nullable Object> call = new FutureTask<>(() -> invoke(source.load()));
            Thread thread = new Thread(call);
            thread.start();
            Running.STARTED.await();
            thread.interrupt();
            assertThatThrownBy(call::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void leavesOutAQueryThatTheDatabaseRefuses() {
        try (SqlSource source = source(FIND, read("broken", "SELECT nothing FROM nowhere"))) {
            SourceSnapshot snapshot = source.load();
            assertThat(snapshot.issues())
                    .extracting(SourceIssue::severity, SourceIssue::location)
                    .containsExactly(tuple(SourceIssue.Severity.WARNING, "query 'broken'"));
            assertThat(snapshot.services().get(0).operations()).containsOnlyKeys("find");
        }
    }

    @Test
    void leavesOutAQueryWithTwoColumnsOfOneLabel() {
        try (SqlSource source = source(read("twins", "SELECT isbn AS \"x\", title AS \"x\" FROM book"))) {
            assertThat(source.load().issues())
                    .containsExactly(SourceIssue.warning(
                            "query 'twins'", "It was left out: Two columns have the label 'x'. Rename one with AS."));
        }
    }

    @Test
    void reportsTwoQueriesOfOneName() {
        try (SqlSource source = source(FIND, FIND)) {
            assertThat(source.load().issues())
                    .containsExactly(
                            SourceIssue.error("query 'find'", "Another query has this name. Rename one of them."));
        }
    }

    @Test
    void swapsItsQueriesWhileInUse() {
        SqlSource source = source(FIND, ADD);
        try (CodeMode codeMode = codeMode(source)) {
            source.replace(List.of(FIND));
            assertThat(codeMode.catalog(Caller.anonymous()).operations())
                    .extracting(operation -> operation.name().toString())
                    .containsExactly("books.find");
        }
    }

    @Test
    void callsNothingOnceItIsClosed() {
        SqlSource source = source(FIND);
        SourceSnapshot snapshot = source.load();
        source.close();
        assertThatThrownBy(() -> invoke(snapshot)).isInstanceOf(RejectedExecutionException.class);
    }

    /** A function of the database that says when a statement runs. */
    public static final class Running {
        static final CountDownLatch STARTED = new CountDownLatch(1);

        private Running() {}

        /** Returns true, for any row. */
        public static boolean running(long row) {
            STARTED.countDown();
            return row > 0;
        }
    }
}
