package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.util.StdDateFormat;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.jackson.mapper.IsoText;
import dev.codemode.reflect.internal.jackson.mapper.PropertyFormat;
import dev.codemode.reflect.internal.mapping.Scalars;
import java.text.DateFormat;
import java.text.SimpleDateFormat;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** The effect of a {@code @JsonFormat} at a use of a type on its schema. */
final class Formats {
    private Formats() {}

    /** Returns whether one value may stand for a list of it, as a feature of the format or of the mapper says. */
    static boolean has(
            MapperConfig<?> config,
            @Nullable BeanProperty property,
            Class<?> type,
            JsonFormat.Feature feature,
            boolean usual) {
        Boolean said = PropertyFormat.of(config, property, type).getFeature(feature);
        return said == null ? usual : said;
    }

    /** Returns the text of a date or time, whose format is named by its pattern if it has one. */
    static Schema text(
            MapperConfig<?> config, @Nullable BeanProperty property, Class<?> type, JsonSerializer<?> serializer) {
        boolean date = Date.class.isAssignableFrom(type) || Calendar.class.isAssignableFrom(type);
        boolean time = TemporalAccessor.class.isAssignableFrom(type) && !ZoneId.class.isAssignableFrom(type);
        if ((!date && !time) || type.getName().equals("java.sql.Time") || !known(serializer)) {
            return Scalars.text(type);
        }
        JsonFormat.Value format = PropertyFormat.of(config, property, type);
        if (format.hasPattern()) {
            return Schema.string(format.getPattern());
        }
        DateFormat usual = config.getDateFormat();
        if (time || usual == null || usual instanceof StdDateFormat || !Scalars.isInstant(type)) {
            return Scalars.text(type);
        }
        return usual instanceof SimpleDateFormat simple
                ? Schema.string(simple.toPattern())
                : Schema.string("in the mapper's own date format");
    }

    /** Returns whether the format has a shape that our own mapper does not support, so that a time stays text. */
    static boolean ignored(
            MapperConfig<?> config, @Nullable BeanProperty property, Class<?> type, @Nullable Schema schema) {
        JsonFormat.Shape shape = PropertyFormat.of(config, property, type).getShape();
        boolean other = shape.isNumeric()
                || shape == JsonFormat.Shape.ARRAY
                || shape == JsonFormat.Shape.OBJECT
                || shape == JsonFormat.Shape.POJO;
        return other
                && schema instanceof Schema.StringSchema
                && IsoText.of(type).isPresent();
    }

    /** Returns whether the serialiser respects formats: those of Jackson, of its modules and our own do. */
    private static boolean known(JsonSerializer<?> serializer) {
        return ReadScalars.known(serializer.getClass())
                && !serializer.getClass().getSimpleName().startsWith("ToString");
    }
}
