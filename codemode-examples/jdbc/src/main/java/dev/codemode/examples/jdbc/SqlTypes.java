package dev.codemode.examples.jdbc;

import dev.codemode.catalog.Schema;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Maps SQL types to schemas, and SQL values to plain JSON values. Holds no state. */
final class SqlTypes {
    // Bounded: arithmetic on a decimal such as 1e999999999 would fill the memory.
    private static final Schema DECIMAL =
            new Schema.StringSchema("decimal", null, null, "^-?[0-9]{1,40}([.][0-9]{1,40})?$");

    private SqlTypes() {}

    /** Returns the schema of a type of {@link Types}; types without a JSON form are text. */
    static Schema schema(int type) {
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> Schema.bool();
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Schema.integer();
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Schema.number();
            // A JavaScript number would round it.
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DATE -> Schema.string("date");
            case Types.TIMESTAMP -> Schema.string("date-time without an offset");
            case Types.TIMESTAMP_WITH_TIMEZONE -> Schema.string("date-time");
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Schema.string("base64");
            default -> Schema.string();
        };
    }

    /**
     * Returns an argument in the form that the database takes.
     *
     * @throws RuntimeException if the text is not in the format that the schema of the type names
     */
    static @Nullable Object argument(@Nullable Object value, int type) {
        if (!(value instanceof String text)) {
            return value;
        }
        return switch (type) {
            case Types.NUMERIC, Types.DECIMAL -> new BigDecimal(text);
            case Types.DATE -> LocalDate.parse(text);
            case Types.TIMESTAMP -> LocalDateTime.parse(text);
            case Types.TIMESTAMP_WITH_TIMEZONE -> OffsetDateTime.parse(text);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                Base64.getDecoder().decode(text);
            default -> text;
        };
    }

    /** Returns a column's value in the form that the schema of its type declares. */
    static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case Types.NUMERIC, Types.DECIMAL -> rows.getBigDecimal(column).toPlainString();
            case Types.DATE -> rows.getObject(column, LocalDate.class).toString();
            case Types.TIMESTAMP ->
                DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(rows.getObject(column, LocalDateTime.class));
            case Types.TIMESTAMP_WITH_TIMEZONE ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(rows.getObject(column, OffsetDateTime.class));
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                Base64.getEncoder().encodeToString(rows.getBytes(column));
            default -> value instanceof Boolean || value instanceof Number ? value : rows.getString(column);
        };
    }
}
