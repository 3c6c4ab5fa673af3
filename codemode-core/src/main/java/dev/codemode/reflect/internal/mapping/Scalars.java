package dev.codemode.reflect.internal.mapping;

import dev.codemode.catalog.Schema;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.UUID;

/**
 * Names of the formats that Java's own types have as JSON strings. Where JSON Schema (2020-12, Validation 7.3) or the
 * OpenAPI format registry has a name it is used; the others say in words what to write.
 */
public final class Scalars {
    private static final Map<Class<?>, String> FORMATS = Map.ofEntries(
            Map.entry(Instant.class, "date-time"),
            Map.entry(OffsetDateTime.class, "date-time"),
            Map.entry(ZonedDateTime.class, "zoned-date-time"),
            Map.entry(LocalDateTime.class, "date-time-local"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time-local"),
            Map.entry(OffsetTime.class, "time"),
            Map.entry(Duration.class, "duration"),
            Map.entry(Period.class, "duration"),
            Map.entry(Year.class, "year"),
            Map.entry(YearMonth.class, "year-month"),
            Map.entry(MonthDay.class, "month-day"),
            Map.entry(ZoneId.class, "time-zone"),
            Map.entry(ZoneOffset.class, "utc-offset"),
            Map.entry(Date.class, "date-time"),
            Map.entry(Calendar.class, "date-time"),
            Map.entry(GregorianCalendar.class, "date-time"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(URI.class, "uri"),
            Map.entry(URL.class, "uri"));

    /** By name, for the module of these types may be absent. */
    private static final Map<String, String> SQL_FORMATS = Map.of(
            "java.sql.Timestamp", "date-time",
            "java.sql.Date", "date",
            "java.sql.Time", "time-local");

    /** The format of binary data. */
    public static final Schema BASE64 = Schema.string("base64");

    private Scalars() {}

    /** Returns whether the type's text is a date and a time with an offset. */
    public static boolean isInstant(Class<?> type) {
        return text(type).equals(Schema.string("date-time"));
    }

    /** Returns the schema of the type where the mapper writes or reads it as a string. */
    public static Schema text(Class<?> type) {
        if (type == char.class || type == Character.class) {
            return new Schema.StringSchema(null, 1, 1, null);
        }
        String format = FORMATS.getOrDefault(type, SQL_FORMATS.get(type.getName()));
        return format == null ? Schema.string() : Schema.string(format);
    }
}
