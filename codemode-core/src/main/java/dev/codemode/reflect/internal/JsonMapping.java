package dev.codemode.reflect.internal;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.codemode.internal.Json;
import dev.codemode.internal.NotJsonException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The seam to the JSON library: Java types, their schemas, and values in both directions. Everything of Jackson 2 is
 * behind it. Thread-safe.
 */
public final class JsonMapping {
    private final ObjectMapper mapper;

    private JsonMapping(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the mapping of our own, strict mapper. */
    public static JsonMapping strict() {
        return new JsonMapping(DefaultMapper.create());
    }

    /** Returns the mapping of the host's mapper, which must not be configured further. */
    public static JsonMapping of(ObjectMapper mapper) {
        return new JsonMapping(mapper);
    }

    /** Returns empty schemas for one service. */
    public TypeSchemas schemas(JavadocResources javadoc, Issues issues) {
        return new TypeSchemas(mapper, javadoc, issues);
    }

    /** Resolves a type that a member of a bean's class, or of a supertype of it, declares. */
    public MappedType type(Type type, TypeUse use, Class<?> bean, Class<?> declaring) {
        TypeFactory factory = mapper.getTypeFactory();
        JavaType owner = factory.constructType(bean).findSuperType(declaring);
        JavaType resolved =
                owner == null ? factory.constructType(type) : factory.resolveMemberType(type, owner.getBindings());
        return new MappedType(resolved, use);
    }

    /** Returns the type of lists of the elements. */
    public MappedType listOf(MappedType elements) {
        return new MappedType(
                mapper.getTypeFactory().constructCollectionType(List.class, elements.type()),
                new TypeUse(elements.use().mapping().annotations(), List.of(elements.use())));
    }

    /** Returns the type of what an optional holds, that may be null; nothing if the type is no optional. */
    public Optional<MappedType> optionalContent(MappedType type) {
        if (type.raw() == Optional.class) {
            return Optional.of(type.argument(Optional.class, this));
        }
        return PrimitiveOptionals.isOptional(type.raw())
                ? Optional.of(new MappedType(
                        javaType(PrimitiveOptionals.contentType(type.raw())),
                        type.use().mapping()))
                : Optional.empty();
    }

    /** Returns the optional of the class around a value or null. */
    public static Object optional(Class<?> optional, @Nullable Object content) {
        return optional == Optional.class
                ? Optional.ofNullable(content)
                : PrimitiveOptionals.of(optional, (Number) content);
    }

    /** Returns what an optional of any kind holds, or null; any other value itself. */
    public static @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.orElse(null);
        }
        return value != null && PrimitiveOptionals.isOptional(value.getClass())
                ? PrimitiveOptionals.content(value)
                : value;
    }

    JavaType javaType(Type type) {
        return mapper.constructType(type);
    }

    /**
     * Returns the Java value of a plain JSON value.
     *
     * @throws BindingException if the mapper refuses it
     */
    public @Nullable Object read(@Nullable Object plain, MappedType type) throws BindingException {
        try (JsonParser parser = PlainJson.parser(plain)) {
            BeanProperty property = DeclaredUse.of(type);
            return property == null
                    ? mapper.readerFor(type.type()).readValue(parser)
                    : MapperAccess.read(mapper, parser, type.type(), property);
        } catch (JsonMappingException e) {
            throw BindingException.of(e, plain);
        } catch (IOException e) {
            throw new BindingException("$", "cannot be read", e);
        }
    }

    /**
     * Returns the plain JSON value of a Java value, written as the type says.
     *
     * @throws IOException if the mapper cannot write it
     */
    public @Nullable Object write(@Nullable Object value, MappedType type) throws IOException {
        if (value == null) {
            return PlainJson.parse(mapper.writeValueAsBytes(null));
        }
        BeanProperty property = DeclaredUse.of(type);
        return PlainJson.parse(
                property == null
                        ? mapper.writerFor(type.type()).writeValueAsBytes(value)
                        : MapperAccess.write(mapper, value, type.type(), property));
    }

    /** Returns the plain value of JSON text, or nothing if the text is not JSON. */
    public static Optional<Object> parse(String json) {
        try {
            return Optional.ofNullable(Json.read(json));
        } catch (NotJsonException e) {
            return Optional.empty();
        }
    }
}
