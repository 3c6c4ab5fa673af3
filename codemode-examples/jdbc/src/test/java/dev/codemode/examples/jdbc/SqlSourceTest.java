package dev.codemode.examples.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.source.SourceIssue;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

final class SqlSourceTest {
    private static final SqlQuery FIND = new SqlQuery(
            "find",
            Effect.READ,
            "Finds books of an author.",
            "SELECT isbn AS \"isbn\", title AS \"title\", copies AS \"copies\","
                    + " price AS \"price\" FROM book WHERE author = :author ORDER BY title");
    private static final SqlQuery ADD = new SqlQuery(
            "add", Effect.WRITE, "Adds a book.", "INSERT INTO book VALUES (:isbn, :title, :author, :copies, :price)");
    private static final SqlQuery BROKEN = new SqlQuery("broken", Effect.READ, "", "SELECT nothing FROM nowhere");

    static SqlSource source() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + System.nanoTime() + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE book (isbn VARCHAR(13) PRIMARY KEY, title VARCHAR NOT NULL, author VARCHAR NOT NULL,"
                            + " copies INTEGER NOT NULL, price DECIMAL(8, 2))");
            statement.execute("INSERT INTO book VALUES ('9780141439518', 'Emma', 'Austen', 2, 8.99)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new SqlSource("books", database, List.of(FIND, ADD));
    }

    private static CodeMode codeMode(SqlSource source) {
        return CodeMode.builder().source(source).sandbox(GraalSandbox.create()).build();
    }

    @Test
    void declaresWhatTheDatabaseSays() {
        try (CodeMode codeMode = codeMode(source())) {
            assertThat(codeMode.search(SearchQuery.of("books.find"), Caller.anonymous())
                            .text())
                    .contains("""
                    /** Finds books of an author. */
                    books.find(args?: { author?: string | null }): Promise<{
                      isbn: string;
                      title: string;
                      copies: number;
                      /** (decimal) */
                      price: string | null;
                    }[]>""");
        }
    }

    @Test
    void runsQueriesForScripts() {
        try (CodeMode codeMode = codeMode(source())) {
            ExecuteAnswer answer = codeMode.execute("""
                    await books.add({ isbn: "9780141439587", title: "Persuasion", author: "Austen", copies: 0, price: "7.50" });
                    return await books.find({ author: "Austen" });
                    """, Caller.anonymous());
            assertThat(answer.resultJson())
                    .isEqualTo("[{\"isbn\":\"9780141439518\",\"title\":\"Emma\",\"copies\":2,\"price\":\"8.99\"},"
                            + "{\"isbn\":\"9780141439587\",\"title\":\"Persuasion\",\"copies\":0,\"price\":\"7.50\"}]");
        }
    }

    @Test
    void tellsAScriptOfAConstraintAndOfNothingElse() {
        try (CodeMode codeMode = codeMode(source())) {
            ExecuteAnswer answer = codeMode.execute("""
                    try { await books.add({ isbn: "9780141439518", title: "Emma", author: "Austen", copies: 1 }); }
                    catch (e) { return e.message; }
                    """, Caller.anonymous());
            assertThat(answer.resultJson()).isEqualTo("\"books.add: A constraint of the database forbids it.\"");
        }
    }

    @Test
    void leavesOutAQueryThatTheDatabaseRefuses() {
        try (SqlSource source = source()) {
            source.replace(List.of(FIND, BROKEN));
            assertThat(source.load().issues())
                    .extracting(SourceIssue::severity, SourceIssue::location)
                    .containsExactly(tuple(SourceIssue.Severity.WARNING, "query 'broken'"));
            assertThat(source.load().services().get(0).operations()).containsOnlyKeys("find");
        }
    }

    @Test
    void swapsItsQueriesWhileInUse() {
        SqlSource source = source();
        try (CodeMode codeMode = codeMode(source)) {
            source.replace(List.of(FIND));
            assertThat(codeMode.catalog(Caller.anonymous()).operations())
                    .extracting(operation -> operation.name().toString())
                    .containsExactly("books.find");
        }
    }
}
