package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo.As;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.jsontype.SubtypeResolver;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the mapper tells the subtypes of a type apart: where the type's name is written, and the name of each concrete
 * subtype.
 *
 * @param inclusion where the name is written
 * @param property the property that holds it, or null
 * @param options the concrete subtypes in order, with their names
 */
record Polymorphism(As inclusion, @Nullable String property, List<Option> options) {

    /** A concrete subtype and its name in JSON; null if subtypes are told apart by their shape. */
    record Option(JavaType type, @Nullable String id) {}

    /** Reads the subtypes of a type; the member is the property that carries the annotations, or null for the type. */
    static Polymorphism of(
            SerializationConfig config, JavaType base, TypeSerializer types, @Nullable AnnotatedMember member)
            throws IOException {
        Map<Class<?>, Option> options = new LinkedHashMap<>();
        for (Class<?> raw : subtypes(config, base, member)) {
            if (!Modifier.isAbstract(raw.getModifiers()) && base.getRawClass().isAssignableFrom(raw)) {
                JavaType specialised = raw == base.getRawClass()
                        ? base
                        : config.getTypeFactory().constructSpecializedType(base, raw);
                String id = types.getTypeIdResolver() == null || types.getTypeInclusion() == null
                        ? null
                        : types.getTypeIdResolver().idFromValueAndType(null, raw);
                options.putIfAbsent(raw, new Option(specialised, id));
            }
        }
        return new Polymorphism(types.getTypeInclusion(), types.getPropertyName(), List.copyOf(options.values()));
    }

    /** Returns the subtypes in the order of their declaration, which the mapper keeps by name but not by class. */
    private static List<Class<?>> subtypes(
            SerializationConfig config, JavaType base, @Nullable AnnotatedMember member) {
        SubtypeResolver resolver = config.getSubtypeResolver();
        List<Class<?>> declared = new ArrayList<>();
        resolver.collectAndResolveSubtypesByTypeId(config, member, base).forEach(t -> declared.add(t.getType()));
        List<Class<?>> subtypes = new ArrayList<>();
        resolver.collectAndResolveSubtypesByClass(config, member, base).forEach(t -> subtypes.add(t.getType()));
        subtypes.sort(
                Comparator.<Class<?>>comparingInt(t -> declared.contains(t) ? declared.indexOf(t) : declared.size())
                        .thenComparing(Class::getName));
        return subtypes;
    }

    /** Returns a name that two subtypes share, if there is one. */
    Optional<String> repeatedId() {
        Set<String> seen = new HashSet<>();
        return options.stream()
                .map(Option::id)
                .filter(id -> id != null && !seen.add(id))
                .findFirst();
    }

    /** Returns whether a subtype itself has the property in which its name is to be written. */
    boolean hidesProperty(Schema shape) {
        return inclusion == As.PROPERTY
                && shape instanceof Schema.ObjectSchema object
                && object.properties().stream().anyMatch(p -> p.name().equals(property));
    }

    /** Returns whether the name is a property next to the others. */
    boolean asProperty() {
        return property != null && (inclusion == As.PROPERTY || inclusion == As.EXISTING_PROPERTY);
    }

    /** Returns the shape of a subtype with its name added. */
    Schema tag(Schema shape, Option option) {
        String id = option.id();
        if (id == null || inclusion == As.EXTERNAL_PROPERTY) {
            return shape;
        }
        Schema constant = Schema.constants(id);
        if (inclusion == As.WRAPPER_OBJECT) {
            return Schema.object(List.of(Schema.Property.required(id, shape)));
        }
        if (!(shape instanceof Schema.ObjectSchema object) || !asProperty() || property == null) {
            return new Schema.TupleSchema(List.of(constant, shape));
        }
        List<Schema.Property> properties = new ArrayList<>();
        properties.add(new Schema.Property(property, constant, true, Docs.none()));
        object.properties().stream().filter(p -> !p.name().equals(property)).forEach(properties::add);
        return new Schema.ObjectSchema(properties, object.patterns(), object.additional());
    }

    /** Returns the property that tells the options apart, if every option is an object that has it. */
    @Nullable String discriminator(boolean allObjects) {
        return asProperty() && allObjects ? property : null;
    }
}
