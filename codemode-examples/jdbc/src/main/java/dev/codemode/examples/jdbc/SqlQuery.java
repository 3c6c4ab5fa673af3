package dev.codemode.examples.jdbc;

import dev.codemode.catalog.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that scripts may run. Immutable and thread-safe.
 *
 * @param name what scripts call it by, without the service
 * @param effect what it does to the database
 * @param description what a model reads about it
 * @param sql the statement, with parameters such as {@code :author}
 */
public record SqlQuery(String name, Effect effect, String description, String sql) {
    private static final Pattern PARAMETER = Pattern.compile(":([a-zA-Z_][a-zA-Z0-9_]*)");

    /** Returns the statement as JDBC takes it. */
    String jdbcText() {
        return PARAMETER.matcher(sql).replaceAll("?");
    }

    /** Returns the names of the parameters in the order of the question marks. */
    List<String> parameters() {
        List<String> names = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
