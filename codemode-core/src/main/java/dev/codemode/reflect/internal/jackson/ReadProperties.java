package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.CreatorProperty;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.impl.ObjectIdReader;
import com.fasterxml.jackson.databind.deser.impl.ObjectIdValueProperty;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.util.NameTransformer;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.mapping.Optionals;
import dev.codemode.reflect.internal.use.Constraints;
import dev.codemode.reflect.internal.use.TypeUse;
import dev.codemode.reflect.internal.use.Usage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The properties that a bean's deserialiser accepts. Those of a constructor are required unless they may be null; those
 * of setters are optional unless an annotation requires them.
 */
final class ReadProperties {
    private final DeserializationContext context;
    private final JacksonType bean;
    private final JavadocResources javadoc;
    private final Schemas schemas;
    private final Usage usage;
    private final List<Schema.Property> properties = new ArrayList<>();
    private @Nullable String omitted;

    /** Gives the schema of a property; null means properties without a name. */
    interface Schemas {
        Schema of(JacksonType type, @Nullable SettableBeanProperty property, Usage usage);
    }

    ReadProperties(
            DeserializationContext context, JacksonType bean, JavadocResources javadoc, Schemas schemas, Usage usage) {
        this.context = context;
        this.bean = bean;
        this.javadoc = javadoc;
        this.schemas = schemas;
        this.usage = usage;
    }

    /** Leaves out a property, such as one that the object around this one fills. */
    ReadProperties without(@Nullable String name) {
        omitted = name;
        return this;
    }

    Schema.ObjectSchema object(BeanDeserializerBase deserializer) throws IOException {
        addAll(deserializer, NameTransformer.NOP);
        Schema additional = any();
        Schema.ObjectSchema closed = Schema.object(properties);
        return additional == null
                ? closed
                : new Schema.ObjectSchema(closed.properties(), closed.patterns(), additional);
    }

    private void addAll(BeanDeserializerBase deserializer, NameTransformer names) throws IOException {
        BeanDescription description = context.getConfig().introspect(deserializer.getValueType());
        for (SettableBeanProperty property : inOrder(deserializer, description)) {
            if (property instanceof ObjectIdValueProperty id) {
                addId(id, deserializer.getObjectIdReader(), names.transform(property.getName()));
            } else if (!property.isInjectionOnly()
                    && !ignored(property, description)
                    && !namesEntries(property, description)
                    && !property.getName().equals(omitted)) {
                add(property, names.transform(property.getName()));
            }
        }
        for (BeanPropertyDefinition definition : description.findProperties()) {
            addUnwrapped(unwrapped(definition), names);
        }
    }

    /** A map whose entries stand among the properties may also be read under its own name, which says nothing more. */
    private static boolean namesEntries(SettableBeanProperty property, BeanDescription description) {
        AnnotatedMember entries = description.findAnyGetter();
        AnnotatedMember member = property.getMember();
        return entries != null
                && member != null
                && description.findAnySetterAccessor() != null
                && JavaProperty.name(entries, entries.getName()).equals(JavaProperty.name(member, property.getName()));
    }

    /** Some properties that the mapper ignores are still parameters of the constructor, which it leaves empty. */
    private boolean ignored(SettableBeanProperty property, BeanDescription description) {
        AnnotationIntrospector introspector = context.getAnnotationIntrospector();
        AnnotatedClass type = context.getConfig()
                .introspectClassAnnotations(property.getType())
                .getClassInfo();
        return property.isIgnorable()
                || description.getIgnoredPropertyNames().contains(property.getName())
                || Boolean.TRUE.equals(introspector.isIgnorableType(type));
    }

    /** Returns the properties in the order of the constructor, then of the class; the deserialiser hashes them. */
    private static List<SettableBeanProperty> inOrder(BeanDeserializerBase deserializer, BeanDescription description) {
        List<String> declared = description.findProperties().stream()
                .map(BeanPropertyDefinition::getName)
                .toList();
        List<SettableBeanProperty> properties = new ArrayList<>();
        deserializer.properties().forEachRemaining(properties::add);
        ObjectIdReader ids = deserializer.getObjectIdReader();
        properties.sort(Comparator.comparingInt((SettableBeanProperty p) -> rank(p, ids))
                .thenComparingInt(p -> declared.indexOf(p.getName())));
        return properties;
    }

    private static int rank(SettableBeanProperty property, @Nullable ObjectIdReader ids) {
        boolean id = property instanceof ObjectIdValueProperty;
        SettableBeanProperty own = id && ids != null ? ids.idProperty : property;
        if (own == null) {
            return -1;
        }
        return own instanceof CreatorProperty ? own.getCreatorIndex() : Integer.MAX_VALUE;
    }

    /** Returns the member that says that a property is unwrapped, which need not be the one that writes it; or null. */
    private @Nullable AnnotatedMember unwrapped(BeanPropertyDefinition definition) {
        return Stream.of(
                        definition.getConstructorParameter(),
                        definition.getSetter(),
                        definition.getField(),
                        definition.getGetter(),
                        definition.getPrimaryMember())
                .filter(member -> member != null
                        && context.getAnnotationIntrospector().findUnwrappingNameTransformer(member) != null)
                .findFirst()
                .orElse(null);
    }

    private void addUnwrapped(@Nullable AnnotatedMember member, NameTransformer names) throws IOException {
        NameTransformer unwrapper =
                member == null ? null : context.getAnnotationIntrospector().findUnwrappingNameTransformer(member);
        if (unwrapper == null || member == null) {
            return;
        }
        JavaType type = member instanceof AnnotatedMethod method && method.getParameterCount() == 1
                ? method.getParameterType(0)
                : member.getType();
        JsonDeserializer<?> inner = context.findContextualValueDeserializer(type, null);
        if (inner instanceof BeanDeserializerBase nested) {
            addAll(nested, NameTransformer.chainedTransformer(names, unwrapper));
        }
    }

    /** The mapper marks an id as required, but does not ask for it; where it is one of the bean's own, that counts. */
    private void addId(ObjectIdValueProperty property, @Nullable ObjectIdReader reader, String name) {
        if (reader != null && reader.idProperty != null) {
            add(reader.idProperty, name);
            return;
        }
        JacksonType type = new JacksonType(property.getType(), TypeUse.PLAIN);
        properties.add(Schema.Property.optional(name, schemas.of(type, property, usage.property(name))));
    }

    private void add(SettableBeanProperty property, String name) {
        JavaProperty java = JavaProperty.of(property, bean.raw(), bean.use());
        JavaType type = property.getType();
        JacksonType mapped = new JacksonType(type, java.use());
        Schema schema = schemas.of(mapped, property, usage.property(name));
        boolean mayBeNull = mapped.nullable() || type.isReferenceType() || Optionals.ofPrimitive(mapped.raw());
        boolean required = property.isRequired()
                || (property instanceof CreatorProperty && !mayBeNull)
                || java.use().refusesNull();
        TypeDeserializer types = property.getValueTypeDeserializer();
        if (types != null && types.getTypeInclusion() == JsonTypeInfo.As.EXTERNAL_PROPERTY) {
            properties.add(Schema.Property.optional(types.getPropertyName(), Schema.string()));
        }
        Docs docs = java.docs(property, javadoc, Constraints.of(java.use()).sentences(schema));
        properties.add(new Schema.Property(name, schema, required, docs));
    }

    private @Nullable Schema any() {
        AnnotatedMember any = context.getConfig().introspect(bean.type()).findAnySetterAccessor();
        if (any == null) {
            return null;
        }
        boolean pair = any instanceof AnnotatedMethod method && method.getParameterCount() == 2;
        JavaType type = pair
                ? ((AnnotatedMethod) any).getParameterType(1)
                : any.getType().getContentType();
        return type == null
                ? Schema.unknown()
                : schemas.of(new JacksonType(type, TypeUse.PLAIN), null, usage.property("*"));
    }
}
