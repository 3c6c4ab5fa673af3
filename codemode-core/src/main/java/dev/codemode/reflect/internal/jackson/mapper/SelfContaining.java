package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.deser.std.MapDeserializer;
import com.fasterxml.jackson.databind.deser.std.ObjectArrayDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContainerSerializer;
import com.fasterxml.jackson.databind.ser.std.CollectionSerializer;
import com.fasterxml.jackson.databind.ser.std.MapSerializer;
import com.fasterxml.jackson.databind.ser.std.ObjectArraySerializer;
import com.fasterxml.jackson.databind.type.ArrayType;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.type.ResolvedRecursiveType;
import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Classes that are a collection or map of themselves, such as {@code class Tree extends TreeMap<String, Tree>}. The
 * mapper takes the inner type for a bean, or resolves its elements forever; here they are resolved when the first one
 * is written or read.
 */
public final class SelfContaining {
    private static final int MAX_DEPTH = 20;

    /** The message about a collection or map of itself that Jackson itself cannot follow. */
    public static final String REFUSAL = "it is a collection or map of itself, which it does not follow.";

    private SelfContaining() {}

    /** Returns the type of the elements of a container, or of the values of a map; null if the type is neither. */
    public static @Nullable JavaType content(JavaType type) {
        JavaType content = type.getContentType();
        if (content == null && (type.isTypeOrSubTypeOf(Iterable.class) || type.isTypeOrSubTypeOf(Iterator.class))) {
            JavaType[] elements =
                    type.findTypeParameters(type.isTypeOrSubTypeOf(Iterable.class) ? Iterable.class : Iterator.class);
            content = elements.length == 1 ? elements[0] : null;
        }
        return content;
    }

    /** Returns the full type if a type is mentioned inside its own definition; any other type unchanged. */
    public static JavaType resolved(JavaType type) {
        JavaType self = type instanceof ResolvedRecursiveType recursive ? recursive.getSelfReferencedType() : null;
        return self == null ? type : self;
    }

    /** Returns whether a container's elements, or their elements, are of the container's own class. */
    public static boolean is(JavaType container) {
        Class<?> raw = container.getRawClass();
        if (raw.isArray() || raw.getName().startsWith("java.")) {
            return false;
        }
        JavaType content = content(container);
        for (int depth = 0; content != null && depth < MAX_DEPTH; depth++) {
            JavaType inner = resolved(content);
            if (inner.getRawClass() == raw) {
                return true;
            }
            content = content(inner);
        }
        return false;
    }

    /** Returns whether a type is mentioned as an element of itself. */
    static boolean isMention(JavaType type) {
        return type instanceof ResolvedRecursiveType && content(resolved(type)) != null;
    }

    /** Returns a late writer of a mentioned type. */
    static JsonSerializer<?> writer(JavaType mention) {
        return new Writer(resolved(mention));
    }

    /** Returns whether the elements of a container must be resolved late. */
    private static boolean late(JavaType container) {
        return container.getContentType() instanceof ResolvedRecursiveType || is(container);
    }

    /** Refuses a deserialiser that treats the elements as beans, as those of a host's mapper do. */
    public static void check(JavaType container, @Nullable JsonDeserializer<?> content, DeserializationContext context)
            throws JsonMappingException {
        if (is(container) && !(content instanceof Reader)) {
            throw JsonMappingException.from(context, REFUSAL);
        }
    }

    /** Refuses a serialiser that treats the elements as beans, as those of a host's mapper with static typing do. */
    public static void check(JavaType container, @Nullable JsonSerializer<?> content, SerializerProvider provider)
            throws JsonMappingException {
        if (is(container) && content != null && !(content instanceof Writer)) {
            throw JsonMappingException.from(provider, REFUSAL);
        }
    }

    /** Returns the serialiser of a container's content, or null if it follows from the content's type. */
    public static @Nullable JsonSerializer<?> given(@Nullable JsonSerializer<?> content) {
        return content instanceof Writer ? null : content;
    }

    /** Returns the deserialiser of a container's content, or null if it follows from the content's type. */
    public static @Nullable JsonDeserializer<?> given(@Nullable JsonDeserializer<?> content) {
        return content instanceof Reader ? null : content;
    }

    /** Returns a late writer of a container's content if it needs one, otherwise the given one. */
    static @Nullable JsonSerializer<Object> writer(JavaType container, @Nullable JsonSerializer<Object> usual) {
        return late(container) ? new Writer(element(container)) : usual;
    }

    /** Returns a late reader of a container's content if it needs one, otherwise the given one. */
    static @Nullable JsonDeserializer<?> reader(JavaType container, @Nullable JsonDeserializer<?> usual) {
        return late(container) ? new Reader(element(container)) : usual;
    }

    /** Returns whether a type is such a class, or a container of one. */
    public static boolean holds(JavaType type) {
        JavaType inner = resolved(type);
        for (int depth = 0; inner != null && depth < MAX_DEPTH; depth++) {
            if (is(inner)) {
                return true;
            }
            JavaType content = content(inner);
            inner = content == null ? null : resolved(content);
        }
        return false;
    }

    /** Writes an element of a type that is resolved when it is needed. */
    private static final class Writer extends JsonSerializer<Object> {
        private final JavaType type;

        Writer(JavaType type) {
            this.type = type;
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            provider.findValueSerializer(type, null).serialize(value, generator, provider);
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator generator, SerializerProvider provider, TypeSerializer types)
                throws IOException {
            provider.findValueSerializer(type, null).serializeWithType(value, generator, provider, types);
        }
    }

    /** Reads an element of a type that is resolved when it is needed. */
    private static final class Reader extends JsonDeserializer<Object> {
        private final JavaType type;

        Reader(JavaType type) {
            this.type = type;
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return context.findContextualValueDeserializer(type, null).deserialize(parser, context);
        }

        @Override
        public @Nullable Object deserializeWithType(
                JsonParser parser, DeserializationContext context, TypeDeserializer types) throws IOException {
            return context.findContextualValueDeserializer(type, null).deserializeWithType(parser, context, types);
        }
    }

    /** Puts writers of elements into the serialisers of such classes. */
    static final class Writers extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifyCollectionSerializer(
                SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return late(type) && serializer instanceof ContainerSerializer
                    ? new CollectionSerializer(element(type), true, null, new Writer(element(type)))
                    : serializer;
        }

        @Override
        public JsonSerializer<?> modifyMapSerializer(
                SerializationConfig config, MapType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return late(type) && serializer instanceof MapSerializer
                    ? MapSerializer.construct(
                            null, null, type, true, null, null, new Writer(element(type)), (Object) null)
                    : serializer;
        }

        @Override
        public JsonSerializer<?> modifyArraySerializer(
                SerializationConfig config, ArrayType type, BeanDescription bean, JsonSerializer<?> serializer) {
            return late(type) && serializer instanceof ObjectArraySerializer
                    ? new ObjectArraySerializer(element(type), true, null, new Writer(element(type)))
                    : serializer;
        }
    }

    /** Puts readers of elements into the deserialisers of such classes. */
    static final class Readers extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config, CollectionType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return late(type) && usual instanceof CollectionDeserializer reader
                    ? new CollectionDeserializer(type, new Reader(element(type)), null, reader.getValueInstantiator())
                    : usual;
        }

        @Override
        public JsonDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config, MapType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return late(type) && usual instanceof MapDeserializer reader
                    ? new MapDeserializer(type, reader.getValueInstantiator(), null, new Reader(element(type)), null)
                    : usual;
        }

        @Override
        public JsonDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config, ArrayType type, BeanDescription bean, JsonDeserializer<?> usual) {
            return late(type) && usual instanceof ObjectArrayDeserializer
                    ? new ObjectArrayDeserializer(type, new Reader(element(type)), null)
                    : usual;
        }
    }

    private static JavaType element(JavaType type) {
        return resolved(type.getContentType());
    }
}
