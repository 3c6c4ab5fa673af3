package dev.codemode.examples.jdbc;

import dev.codemode.catalog.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Types of SQL as schemas, and values of one as plain JSON values. Holds no state. */
final class SqlTypes {
    private SqlTypes() {}

    /** Returns the schema of a type of {@link Types}; what has no JSON form of its own is text. */
    static Schema schema(int type) {
        return switch (type) {
            case Types.BOOLEAN, Types.BIT -> Schema.bool();
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Schema.integer();
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> Schema.number();
            // A JavaScript number would round it.
            case Types.NUMERIC, Types.DECIMAL -> Schema.string("decimal");
            case Types.DATE -> Schema.string("date");
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Schema.string("date-time");
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> Schema.string("base64");
            default -> Schema.string();
        };
    }

    /** Returns a column's value as the schema of its type has it. */
    static @Nullable Object value(ResultSet rows, int column, int type) throws SQLException {
        Object value = rows.getObject(column);
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        return value instanceof Boolean || (value instanceof Number && schema(type) instanceof Schema.NumberSchema)
                ? value
                : rows.getString(column);
    }
}
