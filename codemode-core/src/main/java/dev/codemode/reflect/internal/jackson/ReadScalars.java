package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.jackson.mapper.DefaultMapper;
import dev.codemode.reflect.internal.jackson.mapper.FormattedScalar;
import dev.codemode.reflect.internal.mapping.Optionals;
import dev.codemode.reflect.internal.mapping.Scalars;
import org.jspecify.annotations.Nullable;

/** The values that the scalar deserialisers of Jackson, its modules and our own mapper read. */
final class ReadScalars {
    private ReadScalars() {}

    /** Returns whether the deserialiser does not come from the host. */
    static boolean known(JsonDeserializer<?> deserializer) {
        return known(deserializer.getClass());
    }

    /** Returns whether the class of a serialiser or deserialiser belongs to Jackson, to one of its modules or to us. */
    static boolean known(Class<?> type) {
        return type.getName().startsWith("com.fasterxml.jackson.")
                || type.getPackage().equals(DefaultMapper.class.getPackage());
    }

    static boolean isTime(JsonDeserializer<?> deserializer) {
        return known(deserializer) && deserializer.logicalType() == LogicalType.DateTime;
    }

    /** Returns whether a format may have values of the type written as text or as numbers. */
    static boolean hasForms(Class<?> type) {
        return FormattedScalar.reads(type) || Optionals.ofPrimitive(type);
    }

    /** Returns what the deserialiser reads, or null if that is not a scalar. */
    static @Nullable Schema schema(Class<?> type, JsonDeserializer<?> deserializer) {
        LogicalType logical = deserializer.logicalType();
        if (!known(deserializer) || logical == null) {
            return null;
        }
        return switch (logical) {
            case Boolean -> Schema.bool();
            case Integer -> type == char.class || type == Character.class ? Scalars.text(type) : Schema.integer();
            case Float -> Schema.number();
            case Textual -> Scalars.text(type);
            case Binary -> Scalars.BASE64;
            case OtherScalar -> Number.class.isAssignableFrom(type) ? Schema.number() : Scalars.text(type);
            case Untyped -> untyped(type);
            case Array -> type == byte[].class ? Scalars.BASE64 : type == char[].class ? Schema.string() : null;
            case Collection, Map, POJO, Enum, DateTime -> null;
        };
    }

    private static Schema untyped(Class<?> type) {
        if (ObjectNode.class.isAssignableFrom(type)) {
            return Schema.map(Schema.unknown());
        }
        return ArrayNode.class.isAssignableFrom(type) ? Schema.array(Schema.unknown()) : Schema.unknown();
    }
}
