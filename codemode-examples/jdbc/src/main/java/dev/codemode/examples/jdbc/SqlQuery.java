package dev.codemode.examples.jdbc;

import dev.codemode.catalog.Effect;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that scripts may run. Immutable and thread-safe.
 *
 * @param name its name in scripts, without the service
 * @param effect what it does to the database
 * @param description its description for models
 * @param sql the statement, with parameters such as {@code :author}
 */
public record SqlQuery(String name, Effect effect, String description, String sql) {
    /** A parameter, in the group, or another use of a colon in SQL. */
    private static final Pattern PARAMETER =
            Pattern.compile("'[^']*'|\"[^\"]*\"|--[^\\n]*|/\\*.*?\\*/|::|:([a-zA-Z_][a-zA-Z0-9_]*)", Pattern.DOTALL);

    /** Returns the location for issues. */
    String location() {
        return "query '" + name + "'";
    }

    /** Returns the statement in JDBC's syntax. */
    String jdbcText() {
        return PARAMETER
                .matcher(sql)
                .replaceAll(found -> found.group(1) == null ? Matcher.quoteReplacement(found.group()) : "?");
    }

    /** Returns the names of the parameters in the order of the question marks. */
    List<String> parameters() {
        return PARAMETER
                .matcher(sql)
                .results()
                .filter(found -> found.group(1) != null)
                .map(found -> found.group(1))
                .toList();
    }
}
