package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.jackson.mapper.DefaultMapper;
import dev.codemode.reflect.internal.mapping.BindingException;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.mapping.Optionals;
import dev.codemode.reflect.internal.mapping.TypeSchemas;
import dev.codemode.reflect.internal.use.TypeUse;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mapping of an {@link ObjectMapper} of Jackson 2. Thread-safe. */
public final class JacksonMapping implements JsonMapping {
    private final ObjectMapper mapper;

    private JacksonMapping(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the mapping of the built-in, strict mapper. */
    public static JacksonMapping strict() {
        return new JacksonMapping(DefaultMapper.create());
    }

    /** Returns the mapping of the host's mapper, which must not be configured further. */
    public static JacksonMapping of(ObjectMapper mapper) {
        return new JacksonMapping(mapper);
    }

    @Override
    public TypeSchemas schemas(JavadocResources javadoc, Issues issues) {
        return new JacksonSchemas(mapper, javadoc, issues);
    }

    @Override
    public MappedType type(Type type, TypeUse use, Class<?> bean, Class<?> declaring) {
        TypeFactory factory = mapper.getTypeFactory();
        JavaType owner = factory.constructType(bean).findSuperType(declaring);
        JavaType resolved =
                owner == null ? factory.constructType(type) : factory.resolveMemberType(type, owner.getBindings());
        return new JacksonType(resolved, use);
    }

    @Override
    public MappedType listOf(MappedType elements) {
        return new JacksonType(
                mapper.getTypeFactory().constructCollectionType(List.class, javaType(elements)),
                new TypeUse(DeclaredUse.forMapper(elements.use()).annotations(), List.of(elements.use())));
    }

    @Override
    public MappedType argument(MappedType type, Class<?> generic) {
        JavaType[] arguments = javaType(type).findTypeParameters(generic);
        TypeUse use = type.use();
        return arguments.length == 1
                ? new JacksonType(arguments[0], use.content().and(DeclaredUse.forMapper(use)))
                : new JacksonType(mapper.constructType(Object.class), TypeUse.PLAIN);
    }

    @Override
    public Optional<MappedType> optionalContent(MappedType type) {
        if (type.raw() == Optional.class) {
            return Optional.of(argument(type, Optional.class));
        }
        return Optionals.ofPrimitive(type.raw())
                ? Optional.of(new JacksonType(
                        mapper.constructType(Optionals.numberType(type.raw())), DeclaredUse.forMapper(type.use())))
                : Optional.empty();
    }

    private static JavaType javaType(MappedType type) {
        return JacksonType.of(type).type();
    }

    @Override
    public @Nullable Object read(@Nullable Object plain, MappedType type) throws BindingException {
        try (JsonParser parser = PlainJson.parser(plain)) {
            BeanProperty property = DeclaredUse.of(JacksonType.of(type));
            return property == null
                    ? mapper.readerFor(javaType(type)).readValue(parser)
                    : MapperAccess.read(mapper, parser, javaType(type), property);
        } catch (JsonMappingException e) {
            throw Refusals.of(e, plain);
        } catch (IOException e) {
            throw new BindingException("$", "cannot be read", e);
        }
    }

    @Override
    public @Nullable Object write(@Nullable Object value, MappedType type) throws IOException {
        if (value == null) {
            return PlainJson.parse(mapper.writeValueAsBytes(null));
        }
        BeanProperty property = DeclaredUse.of(JacksonType.of(type));
        return PlainJson.parse(
                property == null
                        ? mapper.writerFor(javaType(type)).writeValueAsBytes(value)
                        : MapperAccess.write(mapper, value, javaType(type), property));
    }
}
