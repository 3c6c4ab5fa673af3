package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.ContainerSerializer;
import com.fasterxml.jackson.databind.ser.impl.BeanAsArraySerializer;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.impl.UnsupportedTypeSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.JsonValueSerializer;
import com.fasterxml.jackson.databind.ser.std.StaticListSerializerBase;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.jackson.mapper.SelfContaining;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.use.NoJsonForm;
import dev.codemode.reflect.internal.use.TypeUse;
import dev.codemode.reflect.internal.use.Usage;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of what the mapper writes, taken from the serialisers that it constructs: a bean's from its property writers,
 * a scalar's from what its serialiser reports to a format visitor. Confined to one thread at a time.
 */
final class OutputSchemas {
    private static final Set<Class<?>> OPAQUE = Set.of(Object.class, Serializable.class, Comparable.class);

    private final SerializerProvider provider;
    private final Definitions definitions;
    private final JavadocResources javadoc;
    private final Issues issues;
    private final Deque<JavaType> inline = new ArrayDeque<>();

    OutputSchemas(SerializerProvider provider, Definitions definitions, JavadocResources javadoc, Issues issues) {
        this.provider = provider;
        this.definitions = definitions;
        this.javadoc = javadoc;
        this.issues = issues;
    }

    /** Returns the schema of a use of a type, including null if the use allows it. */
    Schema of(JacksonType type, Usage usage) {
        return of(type, DeclaredUse.of(type), null, usage);
    }

    private Schema of(
            JacksonType type, @Nullable BeanProperty property, @Nullable JsonSerializer<?> given, Usage usage) {
        return type.used(value(type, property, given, usage));
    }

    private Schema value(
            JacksonType type, @Nullable BeanProperty property, @Nullable JsonSerializer<?> given, Usage usage) {
        var remedy = NoJsonForm.remedy(type.raw());
        if (remedy.isPresent()) {
            issues.error(usage.location(), Messages.noJsonForm(usage, type, remedy.get()));
            return Schema.unknown();
        }
        try {
            JsonSerializer<?> serializer =
                    given != null ? given : MapperAccess.serializer(provider, type.type(), property);
            TypeSerializer types = provider.findTypeSerializer(type.type());
            return withIds(classes(type, types), property, usage, () -> whole(type, property, serializer, usage));
        } catch (IOException | IllegalArgumentException e) {
            issues.error(usage.location(), Messages.notWritable(usage, type, e));
            return Schema.unknown();
        }
    }

    /** Returns what an object itself is written as; an id may stand for it. */
    private Schema whole(JacksonType type, @Nullable BeanProperty property, JsonSerializer<?> serializer, Usage usage)
            throws IOException {
        TypeSerializer types = provider.findTypeSerializer(type.type());
        return types == null
                ? untagged(type, property, serializer, usage)
                : named(type, () -> polymorphic(type, types, null, usage));
    }

    private List<JavaType> classes(JacksonType type, @Nullable TypeSerializer types) throws IOException {
        return types == null
                ? List.of(type.type())
                : Polymorphism.of(provider.getConfig(), type.type(), types, null).options().stream()
                        .map(Polymorphism.Option::type)
                        .toList();
    }

    /** Adds the ids that stand for objects. The value itself is the first of its objects, so it is written in full. */
    private Schema withIds(
            List<JavaType> classes, @Nullable BeanProperty property, Usage usage, Definitions.Shape whole)
            throws IOException {
        List<Identity> identities = Identity.written(provider, classes, property);
        boolean never = !identities.isEmpty()
                && identities.size() == classes.size()
                && identities.stream().allMatch(Identity::always);
        Set<Schema> options = new LinkedHashSet<>();
        Schema object = never ? Schema.never() : whole.build();
        if (identities.isEmpty() || object instanceof Schema.UnknownSchema) {
            return object;
        }
        if (!never) {
            options.add(object);
        }
        for (Identity identity : identities) {
            if (identity.always() || !usage.isTop()) {
                options.add(of(new JacksonType(identity.id(), TypeUse.PLAIN), property, null, usage));
            }
        }
        return Schema.union(List.copyOf(options));
    }

    private Schema untagged(
            JacksonType type, @Nullable BeanProperty property, JsonSerializer<?> serializer, Usage usage)
            throws IOException {
        if (serializer instanceof UnsupportedTypeSerializer) {
            issues.error(usage.location(), Messages.moduleMissing(usage, type));
            return Schema.unknown();
        }
        if (OPAQUE.contains(type.raw()) && ReadScalars.known(serializer.getClass())) {
            return Schema.unknown();
        }
        boolean usual = usual(type, property, serializer);
        if (type.type().isEnumType() && !(serializer instanceof BeanSerializerBase)) {
            return usual
                    ? named(type, () -> EnumValues.written(type.raw(), serializer, provider))
                    : EnumValues.written(type.raw(), serializer, provider);
        }
        if (serializer instanceof UnknownSerializer && !OPAQUE.contains(type.raw())) {
            return empty(type, usage);
        }
        if (serializer instanceof BeanAsArraySerializer) {
            return new Schema.TupleSchema(properties(type, serializer, usage).schemas());
        }
        if (serializer instanceof BeanSerializerBase) {
            return usual
                    ? named(type, () -> bean(type, null, serializer, usage))
                    : inlineBean(type, property, serializer, usage);
        }
        if (serializer instanceof JsonValueSerializer) {
            return jsonValue(type, usage);
        }
        if (serializer instanceof StdDelegatingSerializer delegating) {
            JavaType target = delegating.getConverter().getOutputType(provider.getTypeFactory());
            return of(new JacksonType(target, TypeUse.PLAIN), property, delegating.getDelegatee(), usage);
        }
        return plain(type, property, serializer, usage);
    }

    private boolean usual(JacksonType type, @Nullable BeanProperty property, JsonSerializer<?> serializer)
            throws JsonMappingException {
        JsonSerializer<?> plain = provider.findValueSerializer(type.type(), null);
        return serializer == plain
                || (Identity.sameProperties(serializer, plain)
                        && Objects.equals(
                                Identity.added(provider, type.type(), property, serializer),
                                Identity.added(provider, type.type(), null, plain)));
    }

    private Schema plain(JacksonType type, @Nullable BeanProperty property, JsonSerializer<?> serializer, Usage usage)
            throws IOException {
        JacksonType content = type.content();
        if (content != null && type.type().isReferenceType()) {
            return Schema.nullable(of(content, property, null, usage));
        }
        if (content != null && serializer instanceof ContainerSerializer<?> container) {
            SelfContaining.check(type.type(), container.getContentSerializer(), provider);
            return SelfContaining.is(type.type())
                    ? named(type, () -> container(type, null, of(content, null, null, usage.items())))
                    : container(
                            type,
                            property,
                            of(
                                    content,
                                    content.heldBy(property),
                                    SelfContaining.given(container.getContentSerializer()),
                                    usage.items()));
        }
        if (content != null && serializer instanceof StaticListSerializerBase<?>) {
            return array(type, property, of(content, content.heldBy(property), null, usage.items()));
        }
        Schema schema = scalar(type.type(), property, serializer);
        if (Formats.ignored(provider.getConfig(), property, type.raw(), schema)) {
            issues.warning(usage.location(), Messages.formatIgnored(usage, type));
        }
        if (schema == null && !OPAQUE.contains(type.raw()) && !JsonNode.class.isAssignableFrom(type.raw())) {
            issues.warning(usage.location(), Messages.opaque(usage, type, "written by", serializer.getClass()));
        }
        return schema == null ? Schema.unknown() : schema;
    }

    private Schema container(JacksonType type, @Nullable BeanProperty property, Schema items) throws IOException {
        if (type.type().isMapLikeType() && EnumKeys.are(type.type())) {
            return EnumKeys.written(type.type(), items, property, provider);
        }
        return type.type().isMapLikeType() ? Schema.map(items) : array(type, property, items);
    }

    /**
     * Returns the schema of what is written for a use of a scalar type, or null if the serialiser does not report it.
     */
    @Nullable Schema scalar(JavaType type, @Nullable BeanProperty property, JsonSerializer<?> serializer)
            throws JsonMappingException {
        Class<?> raw = type.getRawClass();
        FormatReader format =
                new FormatReader(provider, raw, Formats.text(provider.getConfig(), property, raw, serializer));
        serializer.acceptJsonFormatVisitor(format, type);
        return format.schema();
    }

    private Schema array(JacksonType type, @Nullable BeanProperty property, Schema content) {
        Schema array = Schema.array(content);
        return Formats.has(
                        provider.getConfig(),
                        property,
                        type.raw(),
                        JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED,
                        provider.isEnabled(SerializationFeature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED))
                ? Schema.union(List.of(content, array))
                : array;
    }

    private Schema empty(JacksonType type, Usage usage) {
        if (provider.isEnabled(SerializationFeature.FAIL_ON_EMPTY_BEANS)) {
            issues.error(usage.location(), Messages.noProperties(usage, type));
        }
        return type.type().isInterface() ? Schema.map(Schema.unknown()) : Schema.object(List.of());
    }

    private Schema jsonValue(JacksonType type, Usage usage) throws JsonMappingException {
        BeanDescription bean = provider.getConfig().introspect(type.type());
        AnnotatedMember accessor = bean.findJsonValueAccessor();
        if (accessor == null) {
            return Schema.unknown();
        }
        return of(new JacksonType(accessor.getType(), MemberUse.of(accessor, type)), null, null, usage);
    }

    private Schema named(JacksonType type, Definitions.Shape shape) {
        return definitions.output(type, MapperDocs.of(type.raw(), provider.getConfig(), javadoc), shape);
    }

    private Schema inlineBean(
            JacksonType type, @Nullable BeanProperty property, JsonSerializer<?> serializer, Usage usage)
            throws IOException {
        if (inline.contains(type.type())) {
            issues.warning(usage.location(), Messages.recursive(usage, type, property));
            return Schema.unknown();
        }
        inline.push(type.type());
        try {
            return bean(type, property, serializer, usage);
        } finally {
            inline.pop();
        }
    }

    private Schema bean(JacksonType type, @Nullable BeanProperty property, JsonSerializer<?> serializer, Usage usage)
            throws IOException {
        String added = Identity.added(provider, type.type(), property, serializer);
        PropertyReader properties = properties(type, serializer, usage);
        Schema.ObjectSchema object =
                added == null ? properties.object() : properties.object(idProperty(type, added, property, usage));
        AnnotatedMember any = provider.getConfig().introspect(type.type()).findAnyGetter();
        boolean dynamic = type.type().isAbstract()
                && !provider.isEnabled(com.fasterxml.jackson.databind.MapperFeature.USE_STATIC_TYPING);
        if (any == null && !dynamic) {
            return object;
        }
        JavaType extra = any == null ? null : any.getType().getContentType();
        Schema additional = extra == null
                ? Schema.unknown()
                : of(new JacksonType(extra, MemberUse.of(any, type).content()), usage);
        return new Schema.ObjectSchema(object.properties(), object.patterns(), additional);
    }

    private Schema.Property idProperty(JacksonType type, String name, @Nullable BeanProperty property, Usage usage) {
        Identity identity = Identity.declared(provider, type.type(), property);
        return Schema.Property.required(
                name,
                identity == null
                        ? Schema.unknown()
                        : of(new JacksonType(identity.id(), TypeUse.PLAIN), property, null, usage.property(name)));
    }

    private PropertyReader properties(JacksonType type, JsonSerializer<?> serializer, Usage usage)
            throws JsonMappingException {
        PropertyReader reader = new PropertyReader(provider, type, javadoc, this::property, usage);
        serializer.acceptJsonFormatVisitor(reader, type.type());
        return reader;
    }

    private Schema property(JacksonType type, BeanProperty property, @Nullable JsonSerializer<?> given, Usage usage) {
        AnnotatedMember member = property.getMember();
        try {
            TypeSerializer own = ownTypes(property, type.type());
            if (own != null && provider.findTypeSerializer(type.type()) == null) {
                return polymorphic(type, own, member, usage);
            }
        } catch (IOException e) {
            issues.error(usage.location(), Messages.notWritable(usage, type, e));
        }
        return of(type, property, given, usage);
    }

    @Nullable TypeSerializer ownTypes(BeanProperty property, JavaType type) throws JsonMappingException {
        AnnotationIntrospector introspector = provider.getAnnotationIntrospector();
        AnnotatedMember member = property.getMember();
        if (member == null || type.isContainerType() || introspector == null) {
            return null;
        }
        var builder = introspector.findPropertyTypeResolver(provider.getConfig(), member, type);
        return builder == null
                ? null
                : builder.buildTypeSerializer(
                        provider.getConfig(),
                        type,
                        provider.getConfig()
                                .getSubtypeResolver()
                                .collectAndResolveSubtypesByClass(provider.getConfig(), member, type));
    }

    private Schema polymorphic(JacksonType type, TypeSerializer types, @Nullable AnnotatedMember member, Usage usage)
            throws IOException {
        Polymorphism polymorphism = Polymorphism.of(provider.getConfig(), type.type(), types, member);
        AnnotationIntrospector introspector = provider.getAnnotationIntrospector();
        if (member != null && introspector != null && introspector.findObjectIdInfo(member) != null) {
            issues.error(usage.location(), Messages.identityOfSubtypes(usage, type));
        }
        polymorphism.repeatedId().ifPresent(id -> issues.error(usage.location(), Messages.repeatedId(usage, type, id)));
        List<Schema> options = new ArrayList<>();
        boolean objects = true;
        for (Polymorphism.Option option : polymorphism.options()) {
            JacksonType subtype = new JacksonType(option.type(), TypeUse.PLAIN);
            boolean self = option.type().getRawClass() == type.raw();
            Schema shape = self || member != null || !standsAlone(option)
                    ? tagged(subtype, polymorphism, option, usage)
                    : whole(subtype, null, provider.findValueSerializer(subtype.type(), null), usage);
            objects &= definitions.resolve(shape) instanceof Schema.ObjectSchema
                    || shape instanceof Schema.ReferenceSchema;
            options.add(shape);
        }
        if (options.isEmpty()) {
            issues.warning(usage.location(), Messages.noSubtypes(usage, type));
            return Schema.unknown();
        }
        return options.size() == 1
                ? options.get(0)
                : new Schema.UnionSchema(options, polymorphism.discriminator(objects));
    }

    /** Returns whether the subtype is written with the same name when it is the declared type. */
    private boolean standsAlone(Polymorphism.Option option) throws IOException {
        TypeSerializer types = provider.findTypeSerializer(option.type());
        return types != null
                && Polymorphism.of(provider.getConfig(), option.type(), types, null)
                        .options()
                        .equals(List.of(option));
    }

    private Schema tagged(JacksonType type, Polymorphism polymorphism, Polymorphism.Option option, Usage usage)
            throws IOException {
        JsonSerializer<?> serializer = provider.findValueSerializer(type.type(), null);
        Schema shape = serializer instanceof BeanSerializerBase && !(serializer instanceof BeanAsArraySerializer)
                ? bean(type, null, serializer, usage)
                : untagged(type, null, serializer, usage);
        if (polymorphism.hidesProperty(shape)) {
            issues.error(usage.location(), Messages.hiddenProperty(usage, type, polymorphism.property()));
        }
        return polymorphism.tag(shape, option);
    }
}
