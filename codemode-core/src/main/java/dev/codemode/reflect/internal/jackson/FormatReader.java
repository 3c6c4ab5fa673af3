package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonAnyFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonArrayFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatTypes;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonMapFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNullFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonValueFormat;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.mapping.Scalars;
import java.nio.ByteBuffer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receives from a serialiser what it writes: a scalar, or an array or map of what it reports. */
final class FormatReader extends JsonFormatVisitorWrapper.Base {
    private final Class<?> type;
    private final Schema text;
    private @Nullable Schema schema;

    /** Starts with a type whose values have the given schema if they are text. */
    FormatReader(SerializerProvider provider, Class<?> type, Schema text) {
        super(provider);
        this.type = type;
        this.text = text;
    }

    private FormatReader(SerializerProvider provider, Class<?> type) {
        this(provider, type, Scalars.text(type));
    }

    /** Returns the schema, or null if the serialiser did not report any. */
    @Nullable Schema schema() {
        return schema;
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType hint) {
        schema = text;
        return new JsonStringFormatVisitor.Base() {
            @Override
            public void enumTypes(Set<String> values) {
                schema = Schema.constants(values.toArray());
            }

            @Override
            public void format(JsonValueFormat format) {
                if (schema instanceof Schema.StringSchema string && string.format() == null) {
                    schema = Schema.string(format.toString());
                }
            }
        };
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType hint) {
        schema = Schema.number();
        return new JsonNumberFormatVisitor.Base();
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType hint) {
        schema = Schema.integer();
        return new JsonIntegerFormatVisitor.Base();
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType hint) {
        schema = Schema.bool();
        return new JsonBooleanFormatVisitor.Base();
    }

    @Override
    public JsonNullFormatVisitor expectNullFormat(JavaType hint) {
        schema = Schema.nothing();
        return new JsonNullFormatVisitor.Base();
    }

    @Override
    public @Nullable JsonAnyFormatVisitor expectAnyFormat(JavaType hint) {
        return null;
    }

    @Override
    public @Nullable JsonObjectFormatVisitor expectObjectFormat(JavaType hint) {
        schema = Schema.map(Schema.unknown());
        return null;
    }

    /** Arrays of bytes and characters report arrays, but are written as text. */
    @Override
    public @Nullable JsonArrayFormatVisitor expectArrayFormat(JavaType hint) {
        if (type == byte[].class || ByteBuffer.class.isAssignableFrom(type)) {
            schema = Scalars.BASE64;
            return null;
        }
        if (type == char[].class) {
            schema = Schema.string();
            return null;
        }
        schema = Schema.array(Schema.unknown());
        return new Elements();
    }

    @Override
    public JsonMapFormatVisitor expectMapFormat(JavaType hint) {
        schema = Schema.map(Schema.unknown());
        return new Entries();
    }

    private @Nullable Schema nested(JsonFormatVisitable handler, JavaType content) throws JsonMappingException {
        FormatReader reader = new FormatReader(getProvider(), content.getRawClass());
        handler.acceptJsonFormatVisitor(reader, content);
        return reader.schema();
    }

    private final class Elements extends JsonArrayFormatVisitor.Base {
        @Override
        public void itemsFormat(JsonFormatVisitable handler, JavaType content) throws JsonMappingException {
            Schema items = nested(handler, content);
            schema = Schema.array(items == null ? Schema.unknown() : items);
        }

        @Override
        public void itemsFormat(JsonFormatTypes format) {
            schema = Schema.array(
                    switch (format) {
                        case STRING -> Schema.string();
                        case NUMBER -> Schema.number();
                        case INTEGER -> Schema.integer();
                        case BOOLEAN -> Schema.bool();
                        case NULL -> Schema.nothing();
                        case OBJECT -> Schema.map(Schema.unknown());
                        case ARRAY -> Schema.array(Schema.unknown());
                        case ANY -> Schema.unknown();
                    });
        }
    }

    private final class Entries extends JsonMapFormatVisitor.Base {
        @Override
        public void valueFormat(JsonFormatVisitable handler, JavaType content) throws JsonMappingException {
            Schema values = nested(handler, content);
            schema = Schema.map(values == null ? Schema.unknown() : values);
        }
    }
}
