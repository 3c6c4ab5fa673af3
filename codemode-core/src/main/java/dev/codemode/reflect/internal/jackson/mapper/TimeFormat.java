package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Times in the pattern of a {@code @JsonFormat}. A time zone of the annotation moves points in time to it; without one
 * they keep their own, and instants are in UTC. A point in time whose text has no time of day is at midnight in that
 * zone. Immutable and thread-safe.
 */
final class TimeFormat {
    private static final Map<Class<?>, TemporalQuery<?>> QUERIES = Map.of(
            LocalDate.class, LocalDate::from,
            LocalTime.class, LocalTime::from,
            OffsetTime.class, OffsetTime::from,
            Year.class, Year::from,
            YearMonth.class, YearMonth::from,
            MonthDay.class, MonthDay::from,
            LocalDateTime.class, TimeFormat::local);

    private final DateTimeFormatter formatter;
    private final @Nullable ZoneId zone;

    private TimeFormat(DateTimeFormatter formatter, @Nullable ZoneId zone) {
        this.formatter = formatter;
        this.zone = zone;
    }

    /** Returns the format's pattern for a type, or null if it has none or the type does not use one. */
    static @Nullable TimeFormat of(JsonFormat.Value format, Class<?> type, Locale locale) {
        if (!format.hasPattern() || !(QUERIES.containsKey(type) || pointInTime(type))) {
            return null;
        }
        Locale own = format.hasLocale() ? format.getLocale() : locale;
        ZoneId zone = format.hasTimeZone() ? format.getTimeZone().toZoneId() : null;
        return new TimeFormat(DateTimeFormatter.ofPattern(format.getPattern(), own), zone);
    }

    /** Returns whether values of the type are points in time, which can be a number of milliseconds. */
    static boolean pointInTime(Class<?> type) {
        return type == Instant.class || type == OffsetDateTime.class || type == ZonedDateTime.class;
    }

    String write(Object value) {
        if (value instanceof Instant instant) {
            return formatter.format(instant.atZone(fallback()));
        }
        boolean moved = zone != null && pointInTime(value.getClass());
        return formatter.format(
                moved ? Instant.from((TemporalAccessor) value).atZone(fallback()) : (TemporalAccessor) value);
    }

    Object read(Class<?> type, String text) {
        TemporalAccessor parsed = formatter.parse(text);
        TemporalQuery<?> query = QUERIES.get(type);
        if (query != null) {
            return query.queryFrom(parsed);
        }
        return ofPoint(type, point(parsed));
    }

    private ZonedDateTime point(TemporalAccessor parsed) {
        ZoneId own = parsed.query(TemporalQueries.zone());
        ZoneId in = own == null ? fallback() : own;
        return parsed.isSupported(ChronoField.INSTANT_SECONDS)
                ? Instant.from(parsed).atZone(in)
                : local(parsed).atZone(in);
    }

    /** Returns the value of a type of points in time. */
    static Object ofPoint(Class<?> type, ZonedDateTime point) {
        if (type == Instant.class) {
            return point.toInstant();
        }
        return type == OffsetDateTime.class ? point.toOffsetDateTime() : point;
    }

    private ZoneId fallback() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private static LocalDateTime local(TemporalAccessor parsed) {
        LocalDate date = parsed.query(TemporalQueries.localDate());
        LocalTime time = parsed.query(TemporalQueries.localTime());
        if (date == null) {
            throw new DateTimeException("no date");
        }
        return date.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }
}
