package dev.codemode.validation.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.Service;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.json.JsonTooLargeException;
import dev.codemode.internal.json.NotJsonException;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Visible;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes in English what a schema requires, and what a value was. */
public final class SchemaWords implements SchemaCases<String> {
    private static final int MAX_SHOWN = 60;
    private static final int MAX_VALUES = 20;
    private static final int MAX_OPTIONS = 8;

    private final Service service;

    private SchemaWords(Service service) {
        this.service = service;
    }

    /** Returns a phrase such as {@code an integer between 1 and 100}. */
    static String describe(Schema schema, Service service) {
        return schema.match(new SchemaWords(service));
    }

    /** Returns the value as JSON text, clipped; for large arrays and objects only their kind. */
    public static String show(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && map.size() > 3) {
            return "an object";
        }
        if (value instanceof List<?> list && list.size() > 5) {
            return "an array of " + list.size() + " items";
        }
        try {
            Object shown = value instanceof String text ? Excerpt.of(text, MAX_SHOWN) : value;
            return Visible.escaped(Json.write(shown, 4 * MAX_SHOWN));
        } catch (NotJsonException e) {
            return String.valueOf(value);
        } catch (JsonTooLargeException e) {
            return value instanceof List<?> ? "an array" : "an object";
        }
    }

    /** Returns a phrase such as {@code 1 to 10 items}. */
    static String count(@Nullable Integer least, @Nullable Integer most, String thing) {
        if (least != null && most != null) {
            return (least.equals(most) ? "exactly " + least : least + " to " + most) + plural(most, thing);
        }
        return least != null ? "at least " + least + plural(least, thing) : "at most " + most + plural(most, thing);
    }

    private static String plural(@Nullable Integer count, String thing) {
        return " " + thing + (count != null && count == 1 ? "" : "s");
    }

    @Override
    public String ofNull(Schema.NullSchema schema) {
        return "null";
    }

    @Override
    public String ofBoolean(Schema.BooleanSchema schema) {
        return "true or false";
    }

    @Override
    public String ofNumber(Schema.NumberSchema schema) {
        String kind = schema.kind() == Schema.NumberSchema.Kind.INTEGER ? "an integer" : "a number";
        Schema.Bound least = schema.minimum();
        Schema.Bound most = schema.maximum();
        String range = "";
        if (least != null && most != null && least.inclusive() && most.inclusive()) {
            range = " between " + least.value().toPlainString() + " and "
                    + most.value().toPlainString();
        } else {
            range += least == null
                    ? ""
                    : (least.inclusive() ? " at least " : " above ")
                            + least.value().toPlainString();
            range += least != null && most != null ? " and" : "";
            range += most == null
                    ? ""
                    : (most.inclusive() ? " at most " : " below ")
                            + most.value().toPlainString();
        }
        String step = schema.multipleOf() == null
                ? ""
                : " and a multiple of " + schema.multipleOf().toPlainString();
        String safe = range.isEmpty() && step.isEmpty() && kind.equals("an integer") ? " within ±(2^53−1)" : "";
        return kind + safe + range + step;
    }

    @Override
    public String ofString(Schema.StringSchema schema) {
        String length = schema.minLength() == null && schema.maxLength() == null
                ? ""
                : " of " + count(schema.minLength(), schema.maxLength(), "character");
        String format = schema.format() == null ? "" : " in the format " + schema.format();
        String pattern = schema.pattern() == null ? "" : " that matches " + schema.pattern();
        return "a string" + length + format + pattern;
    }

    @Override
    public String ofConstant(Schema.ConstantSchema schema) {
        List<String> shown = schema.values().stream()
                .limit(MAX_VALUES)
                .map(SchemaWords::show)
                .toList();
        String more = others(schema.values().size() - shown.size());
        return shown.size() == 1 ? shown.get(0) : "one of " + String.join(", ", shown) + more;
    }

    @Override
    public String ofArray(Schema.ArraySchema schema) {
        return "an array";
    }

    @Override
    public String ofTuple(Schema.TupleSchema schema) {
        return "an array of exactly " + schema.items().size() + " items";
    }

    @Override
    public String ofObject(Schema.ObjectSchema schema) {
        String keys = schema.properties().stream()
                .filter(Schema.Property::required)
                .limit(8)
                .map(property -> Visible.name(property.name()))
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "an object" : "an object with " + keys;
    }

    @Override
    public String ofUnion(Schema.UnionSchema schema) {
        String options = schema.options().stream()
                .limit(MAX_OPTIONS)
                .map(option -> option.match(this))
                .distinct()
                .collect(Collectors.joining(" or "));
        return options + others(schema.options().size() - MAX_OPTIONS);
    }

    /** Returns how many more there are than were named; nothing if all were. */
    private static String others(int left) {
        return left > 0 ? " or " + left + (left == 1 ? " other" : " others") : "";
    }

    @Override
    public String ofIntersection(Schema.IntersectionSchema schema) {
        return "an object";
    }

    @Override
    public String ofReference(Schema.ReferenceSchema schema) {
        Schema resolved = service.resolve(schema);
        return resolved instanceof Schema.ConstantSchema
                        || resolved instanceof Schema.StringSchema
                        || resolved instanceof Schema.NumberSchema
                ? resolved.match(this)
                : "a value of type " + schema.type();
    }

    @Override
    public String ofUnknown(Schema.UnknownSchema schema) {
        return "any value";
    }

    @Override
    public String ofNever(Schema.NeverSchema schema) {
        return "left out";
    }
}
