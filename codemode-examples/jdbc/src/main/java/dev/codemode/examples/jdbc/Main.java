package dev.codemode.examples.jdbc;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Runs a script against an in-memory database. Thread-safe. */
public final class Main {
    static final SqlQuery FIND = new SqlQuery("find", Effect.READ, "Finds books of an author.", """
            SELECT isbn AS "isbn", title AS "title", copies AS "copies", price AS "price"
            FROM book WHERE author = :author ORDER BY title""");
    static final SqlQuery ADD = new SqlQuery(
            "add", Effect.WRITE, "Adds a book.", "INSERT INTO book VALUES (:isbn, :title, :author, :copies, :price)");

    private Main() {}

    /** Adds a book, and prints the books that the database then has by its author. */
    public static void main(String[] arguments) throws SQLException {
        SqlSource source = new SqlSource("books", database("shop"), List.of(FIND, ADD));
        try (CodeMode codeMode =
                CodeMode.builder().source(source).sandbox(GraalSandbox.create()).build()) {
            System.out.println(codeMode.execute("""
                    await books.add({ isbn: "9780141439587", title: "Persuasion", author: "Austen", copies: 0, price: "7.50" });
                    return await books.find({ author: "Austen" });
                    """, Caller.anonymous()).text());
        }
    }

    /** Returns an in-memory database with one book. */
    static DataSource database(String name) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE book (isbn VARCHAR(13) PRIMARY KEY, title VARCHAR NOT NULL, author VARCHAR NOT NULL,
                      copies INTEGER NOT NULL, price DECIMAL(8, 2))""");
            statement.execute("INSERT INTO book VALUES ('9780141439518', 'Emma', 'Austen', 2, 8.99)");
        }
        return database;
    }
}
