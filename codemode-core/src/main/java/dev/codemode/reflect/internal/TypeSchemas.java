package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.TypeDefinition;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of one service's types. Schemas hold provisional names until {@link #name} has seen all of them. Confined
 * to one thread at a time.
 */
public final class TypeSchemas {
    private final SerializerProvider provider;
    private final Definitions definitions = new Definitions();
    private final OutputSchemas outputs;
    private final InputSchemas inputs;

    TypeSchemas(ObjectMapper mapper, JavadocResources javadoc, Issues issues) {
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

    /** Returns the schema of what the mapper writes for a use of a type. */
    public Schema output(MappedType type, Site site) {
        return outputs.of(type, site);
    }

    /** Returns the schema of what the mapper reads for a use of a type. */
    public Schema input(MappedType type, Site site) {
        return inputs.of(type, site);
    }

    /** Returns the shape behind a schema's provisional name. */
    public Schema resolve(Schema schema) {
        return definitions.resolve(schema);
    }

    /** Returns what the constraints of a use add to its documentation. */
    public List<String> sentences(MappedType type, Schema schema) {
        return Constraints.of(type.use()).sentences(schema);
    }

    /**
     * The named types of a service, and what gives schemas these names.
     *
     * @param types the types, in the order of first use
     * @param rename replaces provisional names in a schema
     */
    public record Named(List<TypeDefinition> types, UnaryOperator<Schema> rename) {}

    /** Names the types that these schemas reach. */
    public Named name(List<Schema> roots) {
        Definitions.Named named = definitions.name(roots);
        return new Named(named.types(), named.rewriter()::rewrite);
    }
}
