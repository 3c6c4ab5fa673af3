package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.mapping.TypeSchemas;
import dev.codemode.reflect.internal.use.Usage;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The schemas of one service's types, as a Jackson mapper writes and reads them. Confined to one thread at a time. */
final class JacksonSchemas implements TypeSchemas {
    private final SerializerProvider provider;
    private final Definitions definitions = new Definitions();
    private final OutputSchemas outputs;
    private final InputSchemas inputs;

    JacksonSchemas(ObjectMapper mapper, JavadocResources javadoc, Issues issues) {
        provider = mapper.getSerializerProviderInstance();
        outputs = new OutputSchemas(provider, definitions, javadoc, issues);
        inputs = new InputSchemas(
                MapperAccess.context(mapper),
                this::subtypes,
                new WrittenScalars(provider, outputs),
                definitions,
                javadoc,
                issues);
    }

    private @Nullable Polymorphism subtypes(JavaType type, @Nullable BeanProperty property) throws IOException {
        TypeSerializer types = property == null ? provider.findTypeSerializer(type) : outputs.ownTypes(property, type);
        return types == null
                ? null
                : Polymorphism.of(provider.getConfig(), type, types, property == null ? null : property.getMember());
    }

    @Override
    public Schema output(MappedType type, Usage usage) {
        return outputs.of(JacksonType.of(type), usage);
    }

    @Override
    public Schema input(MappedType type, Usage usage) {
        return inputs.of(JacksonType.of(type), usage);
    }

    @Override
    public Schema resolve(Schema schema) {
        return definitions.resolve(schema);
    }

    @Override
    public Named name(List<Schema> roots) {
        Definitions.Named named = definitions.name(roots);
        return new Named(named.types(), named.rewriter()::rewrite);
    }
}
