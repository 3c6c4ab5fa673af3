package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitable;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import com.fasterxml.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.use.Constraints;
import dev.codemode.reflect.internal.use.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Receives from a bean's serialiser which properties it writes, and whether it may leave them out. */
final class PropertyReader extends JsonFormatVisitorWrapper.Base {
    private final JacksonType bean;
    private final JavadocResources javadoc;
    private final Schemas schemas;
    private final Usage usage;
    private final List<Schema.Property> properties = new ArrayList<>();

    /** Gives the schema of a property. */
    interface Schemas {
        Schema of(JacksonType type, BeanProperty property, @Nullable JsonSerializer<?> serializer, Usage usage);
    }

    PropertyReader(
            SerializerProvider provider, JacksonType bean, JavadocResources javadoc, Schemas schemas, Usage usage) {
        super(provider);
        this.bean = bean;
        this.javadoc = javadoc;
        this.schemas = schemas;
        this.usage = usage;
    }

    Schema.ObjectSchema object() {
        return Schema.object(properties);
    }

    /** Returns the object with an additional property before its own. */
    Schema.ObjectSchema object(Schema.Property first) {
        List<Schema.Property> all = new ArrayList<>();
        all.add(first);
        all.addAll(properties);
        return Schema.object(all);
    }

    List<Schema> schemas() {
        return properties.stream().map(Schema.Property::schema).toList();
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType hint) {
        return new JsonObjectFormatVisitor.Base(getProvider()) {
            @Override
            public void property(BeanProperty property) {
                add(property);
            }

            @Override
            public void optionalProperty(BeanProperty property) {
                add(property);
            }

            @Override
            public void property(String name, JsonFormatVisitable handler, JavaType type) {
                properties.add(Schema.Property.required(name, Schema.unknown()));
            }

            @Override
            public void optionalProperty(String name, JsonFormatVisitable handler, JavaType type) {
                properties.add(Schema.Property.optional(name, Schema.unknown()));
            }
        };
    }

    private void add(BeanProperty property) {
        JavaProperty java = JavaProperty.of(property, bean.raw(), bean.use());
        JsonSerializer<?> given = null;
        JavaType type = property.getType();
        if (property instanceof BeanPropertyWriter writer) {
            given = writer.getSerializer();
            type = writer.getSerializationType() == null ? type : writer.getSerializationType();
        }
        JacksonType mapped = new JacksonType(type, java.use());
        Schema schema = schemas.of(mapped, property, given, usage.property(property.getName()));
        JsonInclude.Include include = inclusion(property);
        boolean always = include == JsonInclude.Include.ALWAYS || include == JsonInclude.Include.USE_DEFAULTS;
        boolean filtered = always && property instanceof BeanPropertyWriter writer && writer.willSuppressNulls();
        boolean constant = type.isPrimitive() && include != JsonInclude.Include.NON_DEFAULT;
        boolean nullsLeftOut = !always || filtered;
        boolean optionalKept = include == JsonInclude.Include.NON_NULL && type.isReferenceType();
        Schema written = nullsLeftOut && !optionalKept ? withoutNull(schema) : schema;
        boolean mayBeAbsent = switch (include) {
            case ALWAYS, USE_DEFAULTS -> filtered;
            case NON_NULL -> schema != written;
            default -> !constant;
        };
        addExternalId(property);
        Docs docs = java.docs(property, javadoc, Constraints.of(java.use()).sentences(written));
        properties.add(new Schema.Property(property.getName(), written, !mayBeAbsent && !isFiltered(), docs));
    }

    /** The name of a subtype may be written next to the property that holds the value. */
    private void addExternalId(BeanProperty property) {
        TypeSerializer types = property instanceof BeanPropertyWriter writer ? writer.getTypeSerializer() : null;
        if (types == null || types.getTypeInclusion() != JsonTypeInfo.As.EXTERNAL_PROPERTY) {
            return;
        }
        String name = types.getPropertyName();
        if (properties.stream().noneMatch(p -> p.name().equals(name))) {
            properties.add(Schema.Property.optional(name, Schema.string()));
        }
    }

    private boolean isFiltered() {
        AnnotationIntrospector introspector = getProvider().getAnnotationIntrospector();
        return introspector != null
                && introspector.findFilterId((com.fasterxml.jackson.databind.introspect.Annotated) classInfo()) != null;
    }

    private AnnotatedClass classInfo() {
        return getProvider().getConfig().introspectClassAnnotations(bean.type()).getClassInfo();
    }

    private JsonInclude.Include inclusion(BeanProperty property) {
        SerializationConfig config = getProvider().getConfig();
        JsonInclude.Value value =
                config.getDefaultInclusion(bean.raw(), property.getType().getRawClass());
        AnnotationIntrospector introspector = getProvider().getAnnotationIntrospector();
        if (introspector != null) {
            value = value.withOverrides(introspector.findPropertyInclusion(classInfo()));
            if (property.getMember() != null) {
                value = value.withOverrides(introspector.findPropertyInclusion(property.getMember()));
            }
        }
        return value.getValueInclusion();
    }

    private static Schema withoutNull(Schema schema) {
        if (schema instanceof Schema.UnionSchema union && union.options().contains(Schema.nothing())) {
            return Schema.union(union.options().stream()
                    .filter(option -> !option.equals(Schema.nothing()))
                    .toList());
        }
        return schema;
    }
}
