package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.impl.TypeWrappedDeserializer;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import com.fasterxml.jackson.databind.ser.impl.TypeWrappedSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.codemode.reflect.internal.jackson.mapper.DefaultIntrospector;
import dev.codemode.reflect.internal.jackson.mapper.SelfContaining;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reaches the serialisers and deserialisers of a mapper, including those that a property's annotations create or name.
 */
final class MapperAccess {
    private MapperAccess() {}

    static DeserializationContext context(ObjectMapper mapper) {
        return context(mapper, new TokenBuffer(null, false).asParser());
    }

    private static DefaultDeserializationContext context(ObjectMapper mapper, JsonParser parser) {
        DefaultDeserializationContext blueprint = (DefaultDeserializationContext) mapper.getDeserializationContext();
        return blueprint.createInstance(mapper.getDeserializationConfig(), parser, mapper.getInjectableValues());
    }

    /** Returns the serialiser of a type at a property, or of an element of the property's value. */
    static JsonSerializer<?> serializer(SerializerProvider provider, JavaType type, @Nullable BeanProperty property)
            throws JsonMappingException {
        AnnotatedMember member = property == null ? null : property.getMember();
        AnnotationIntrospector introspector = provider.getAnnotationIntrospector();
        if (property != null && member != null && introspector != null) {
            boolean whole = property.getType().equals(type);
            Object named = whole ? introspector.findSerializer(member) : introspector.findContentSerializer(member);
            JsonSerializer<?> own = named == null ? null : provider.serializerInstance(member, named);
            if (own != null) {
                return provider.handleSecondaryContextualization(own, property);
            }
        }
        return provider.findValueSerializer(type, property);
    }

    /** Returns the deserialiser of a type at a property, or of an element of the property's value. */
    static JsonDeserializer<?> deserializer(
            DeserializationContext context, JavaType type, @Nullable BeanProperty property)
            throws JsonMappingException {
        AnnotatedMember member = property == null ? null : property.getMember();
        AnnotationIntrospector introspector = context.getAnnotationIntrospector();
        if (property != null && member != null && introspector != null) {
            boolean whole = property.getType().equals(type);
            Object named = whole ? introspector.findDeserializer(member) : introspector.findContentDeserializer(member);
            JsonDeserializer<?> own = named == null ? null : context.deserializerInstance(member, named);
            if (own != null) {
                return context.handleSecondaryContextualization(own, property, type);
            }
        }
        if (!(introspector instanceof DefaultIntrospector) && SelfContaining.holds(type)) {
            throw JsonMappingException.from(context, SelfContaining.REFUSAL);
        }
        try {
            return context.findContextualValueDeserializer(type, property);
        } catch (StackOverflowError e) {
            throw JsonMappingException.from(context, SelfContaining.REFUSAL);
        }
    }

    /** Reads a value as the property declares. */
    @SuppressWarnings("unchecked")
    static @Nullable Object read(ObjectMapper mapper, JsonParser parser, JavaType type, BeanProperty property)
            throws IOException {
        DefaultDeserializationContext context = context(mapper, parser);
        JsonDeserializer<Object> deserializer = (JsonDeserializer<Object>) deserializer(context, type, property);
        TypeDeserializer types = context.getFactory().findTypeDeserializer(context.getConfig(), type);
        if (types != null) {
            deserializer = new TypeWrappedDeserializer(types.forProperty(property), deserializer);
        }
        if (parser.nextToken() == JsonToken.VALUE_NULL) {
            return deserializer.getNullValue(context);
        }
        Object value = context.readRootValue(parser, type, deserializer, null);
        context.checkUnresolvedObjectId();
        return value;
    }

    /** Writes a value as the property declares. */
    @SuppressWarnings("unchecked")
    static byte[] write(ObjectMapper mapper, Object value, JavaType type, BeanProperty property) throws IOException {
        DefaultSerializerProvider provider = (DefaultSerializerProvider) mapper.getSerializerProviderInstance();
        JsonSerializer<Object> serializer = (JsonSerializer<Object>) serializer(provider, type, property);
        TypeSerializer types = provider.findTypeSerializer(type);
        if (types != null) {
            serializer = new TypeWrappedSerializer(types.forProperty(property), serializer);
        }
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try (JsonGenerator generator = mapper.createGenerator(json)) {
            provider.serializeValue(generator, value, type, serializer);
        }
        return json.toByteArray();
    }
}
