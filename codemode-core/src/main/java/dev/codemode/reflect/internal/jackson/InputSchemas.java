package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.AbstractDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBase;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.impl.BeanAsArrayDeserializer;
import com.fasterxml.jackson.databind.deser.impl.ObjectIdReader;
import com.fasterxml.jackson.databind.deser.impl.UnsupportedTypeDeserializer;
import com.fasterxml.jackson.databind.deser.std.ContainerDeserializerBase;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import dev.codemode.catalog.Schema;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.jackson.mapper.FormattedScalar;
import dev.codemode.reflect.internal.jackson.mapper.SelfContaining;
import dev.codemode.reflect.internal.mapping.Issues;
import dev.codemode.reflect.internal.mapping.Scalars;
import dev.codemode.reflect.internal.use.HostTypes;
import dev.codemode.reflect.internal.use.NoJsonForm;
import dev.codemode.reflect.internal.use.TypeUse;
import dev.codemode.reflect.internal.use.Usage;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of what the mapper reads, taken from the deserialisers that it constructs. Where a deserialiser takes several
 * forms, the schema shows the one that the mapper writes. Confined to one thread at a time.
 */
final class InputSchemas {
    private final DeserializationContext context;
    private final Subtypes subtypes;
    private final WrittenScalars written;
    private final Definitions definitions;
    private final JavadocResources javadoc;
    private final Issues issues;
    private final Deque<JavaType> inline = new ArrayDeque<>();
    private @Nullable String backReference;

    /** Finds the subtypes of a type with a {@link Polymorphism}; null if it has none. */
    interface Subtypes {
        @Nullable Polymorphism of(JavaType type, @Nullable BeanProperty property) throws IOException;
    }

    InputSchemas(
            DeserializationContext context,
            Subtypes subtypes,
            WrittenScalars written,
            Definitions definitions,
            JavadocResources javadoc,
            Issues issues) {
        this.context = context;
        this.subtypes = subtypes;
        this.written = written;
        this.definitions = definitions;
        this.javadoc = javadoc;
        this.issues = issues;
    }

    /** Returns the schema of a use of a type, including null if the use allows it. */
    Schema of(JacksonType type, Usage usage) {
        return of(type, DeclaredUse.of(type), null, usage);
    }

    private Schema of(
            JacksonType type, @Nullable BeanProperty property, @Nullable JsonDeserializer<?> given, Usage usage) {
        return type.used(value(type, property, given, usage));
    }

    private Schema value(
            JacksonType type, @Nullable BeanProperty property, @Nullable JsonDeserializer<?> given, Usage usage) {
        var remedy = NoJsonForm.remedy(type.raw());
        if (remedy.isPresent()) {
            issues.error(usage.location(), Messages.noJsonForm(usage, type, remedy.get()));
            return Schema.unknown();
        }
        var hosts = HostTypes.remedy(type.raw());
        if (hosts.isPresent()) {
            issues.error(usage.location(), Messages.hostsOwn(usage, type, hosts.get()));
            return Schema.unknown();
        }
        try {
            JsonDeserializer<?> deserializer =
                    given != null ? given : MapperAccess.deserializer(context, type.type(), property);
            TypeDeserializer types = context.getFactory().findTypeDeserializer(context.getConfig(), type.type());
            Polymorphism polymorphism = types == null ? null : subtypes.of(type.type(), null);
            Schema whole = polymorphism == null
                    ? untagged(type, property, deserializer, usage)
                    : named(type, () -> polymorphic(type, polymorphism, false, usage));
            return withIds(whole, deserializer.getObjectIdReader(), usage);
        } catch (IOException | IllegalArgumentException e) {
            issues.error(usage.location(), Messages.notReadable(usage, type, e));
            return Schema.unknown();
        }
    }

    /** Adds the id that may stand for an object; at the top, only if it is resolved outside of the value. */
    private Schema withIds(Schema whole, @Nullable ObjectIdReader ids, Usage usage) {
        if (ids == null
                || whole instanceof Schema.UnknownSchema
                || (usage.isTop() && !Identity.resolvedElsewhere(ids))) {
            return whole;
        }
        JacksonType id = new JacksonType(ids.getIdType(), TypeUse.PLAIN);
        return Schema.union(List.of(whole, of(id, null, ids.getDeserializer(), usage)));
    }

    private Schema untagged(
            JacksonType type, @Nullable BeanProperty property, JsonDeserializer<?> deserializer, Usage usage)
            throws IOException {
        if (deserializer instanceof UnsupportedTypeDeserializer) {
            issues.error(usage.location(), Messages.moduleMissing(usage, type));
            return Schema.unknown();
        }
        boolean usual = deserializer == context.findContextualValueDeserializer(type.type(), null);
        if (type.type().isEnumType()) {
            boolean everywhere =
                    usual && written.constants(type.type(), property).equals(written.constants(type.type(), null));
            return everywhere
                    ? named(type, () -> constants(type, null, deserializer))
                    : constants(type, property, deserializer);
        }
        if (deserializer instanceof BeanDeserializerBase bean) {
            return bean(type, property, bean, usual, usage);
        }
        if (deserializer instanceof AbstractDeserializer) {
            issues.error(usage.location(), Messages.abstractInput(usage, type));
            return Schema.unknown();
        }
        JsonDeserializer<?> delegatee = deserializer instanceof FormattedScalar ? null : deserializer.getDelegatee();
        if (delegatee instanceof StdDeserializer<?> standard && delegatee != deserializer) {
            JavaType target = standard.getValueType(context);
            return of(new JacksonType(target, TypeUse.PLAIN), property, delegatee, usage);
        }
        return plain(type, property, deserializer, usage);
    }

    private Schema constants(JacksonType type, @Nullable BeanProperty property, JsonDeserializer<?> deserializer)
            throws IOException {
        return EnumValues.read(type.raw(), written.constants(type.type(), property), deserializer, context);
    }

    private Schema plain(
            JacksonType type, @Nullable BeanProperty property, JsonDeserializer<?> deserializer, Usage usage)
            throws IOException {
        JacksonType content = type.content();
        if (content != null && type.type().isReferenceType()) {
            return Schema.nullable(of(content, property, null, usage));
        }
        Schema scalar = ReadScalars.schema(type.raw(), deserializer);
        if (scalar != null) {
            return ReadScalars.hasForms(type.raw()) ? asWritten(type, property, scalar, deserializer, usage) : scalar;
        }
        if (ReadScalars.isTime(deserializer)) {
            return asWritten(type, property, Scalars.text(type.raw()), deserializer, usage);
        }
        if (content != null && ReadScalars.known(deserializer)) {
            JsonDeserializer<?> inner = deserializer instanceof ContainerDeserializerBase<?> container
                    ? container.getContentDeserializer()
                    : null;
            SelfContaining.check(type.type(), inner, context);
            JsonDeserializer<?> given = SelfContaining.given(inner);
            return SelfContaining.is(type.type())
                    ? named(type, () -> container(type, null, of(content, null, null, usage.items())))
                    : container(type, property, of(content, content.heldBy(property), given, usage.items()));
        }
        issues.warning(usage.location(), Messages.opaque(usage, type, "read by", deserializer.getClass()));
        return Schema.unknown();
    }

    private Schema container(JacksonType type, @Nullable BeanProperty property, Schema items) throws IOException {
        if (type.type().isMapLikeType() && EnumKeys.are(type.type())) {
            return written.keyed(type.type(), items, property, context);
        }
        return type.type().isMapLikeType() ? Schema.map(items) : array(type, property, items);
    }

    /**
     * Shows a scalar in the form in which it is written, if it can be read in that form; a time that is a number also
     * as text.
     */
    private Schema asWritten(
            JacksonType type,
            @Nullable BeanProperty property,
            Schema usual,
            JsonDeserializer<?> deserializer,
            Usage usage)
            throws IOException {
        Schema form = written.schema(type.type(), property);
        if (form == null || form.equals(usual) || form instanceof Schema.UnknownSchema) {
            return usual;
        }
        if (!written.readBack(type.type(), property, deserializer, context)) {
            issues.warning(usage.location(), Messages.formatNotRead(usage, type));
            return usual;
        }
        boolean timestamp = ReadScalars.isTime(deserializer) && !(form instanceof Schema.StringSchema);
        return timestamp ? Schema.union(List.of(usual, form)) : form;
    }

    private Schema array(JacksonType type, @Nullable BeanProperty property, Schema content) {
        Schema array = Schema.array(content);
        return Formats.has(
                        context.getConfig(),
                        property,
                        type.raw(),
                        JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                        context.isEnabled(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY))
                ? Schema.union(List.of(content, array))
                : array;
    }

    private Schema bean(
            JacksonType type, @Nullable BeanProperty property, BeanDeserializerBase bean, boolean usual, Usage usage)
            throws IOException {
        ValueInstantiator instantiator = bean.getValueInstantiator();
        DeserializationConfig config = context.getConfig();
        if (instantiator.canCreateUsingDelegate() || instantiator.canCreateUsingArrayDelegate()) {
            JavaType target = instantiator.canCreateUsingDelegate()
                    ? instantiator.getDelegateType(config)
                    : instantiator.getArrayDelegateType(config);
            return of(new JacksonType(target, TypeUse.PLAIN), usage);
        }
        if (!instantiator.canCreateUsingDefault() && !instantiator.canCreateFromObjectWith()) {
            return fromScalar(type, instantiator, usage);
        }
        if (bean instanceof BeanAsArrayDeserializer) {
            return new Schema.TupleSchema(object(type, bean, usage).properties().stream()
                    .map(Schema.Property::schema)
                    .toList());
        }
        if (inline.contains(type.type())) {
            backReference = null;
        }
        return usual && backReference == null
                ? named(type, () -> object(type, bean, usage))
                : inlineObject(type, property, bean, usage);
    }

    private Schema fromScalar(JacksonType type, ValueInstantiator instantiator, Usage usage) {
        List<Schema> forms = new ArrayList<>();
        if (instantiator.canCreateFromString()) {
            forms.add(Schema.string());
        }
        if (instantiator.canCreateFromDouble() || instantiator.canCreateFromBigDecimal()) {
            forms.add(Schema.number());
        } else if (instantiator.canCreateFromInt()
                || instantiator.canCreateFromLong()
                || instantiator.canCreateFromBigInteger()) {
            forms.add(Schema.integer());
        }
        if (instantiator.canCreateFromBoolean()) {
            forms.add(Schema.bool());
        }
        if (forms.isEmpty()) {
            issues.error(
                    usage.location(),
                    Messages.notReadable(usage, type, "it has neither a default constructor nor an annotated one."));
            return Schema.unknown();
        }
        return Schema.union(forms);
    }

    private Schema inlineObject(
            JacksonType type, @Nullable BeanProperty property, BeanDeserializerBase bean, Usage usage)
            throws IOException {
        if (inline.contains(type.type())) {
            issues.warning(usage.location(), Messages.recursive(usage, type, property));
            return Schema.unknown();
        }
        inline.push(type.type());
        try {
            return object(type, bean, usage);
        } finally {
            inline.pop();
        }
    }

    private Schema.ObjectSchema object(JacksonType type, BeanDeserializerBase bean, Usage usage) throws IOException {
        ReadProperties properties =
                new ReadProperties(context, type, javadoc, this::property, usage).without(backReference);
        backReference = null;
        return properties.object(bean);
    }

    private Schema property(JacksonType type, @Nullable SettableBeanProperty property, Usage usage) {
        if (property == null) {
            return of(type, usage);
        }
        try {
            boolean onType = context.getFactory().findTypeDeserializer(context.getConfig(), type.type()) != null;
            if (property.getValueTypeDeserializer() != null
                    && !onType
                    && !type.type().isContainerType()) {
                Polymorphism polymorphism = subtypes.of(type.type(), property);
                if (polymorphism != null) {
                    Schema union = polymorphic(type, polymorphism, true, usage);
                    return type.nullable() ? Schema.nullable(union) : union;
                }
            }
        } catch (IOException e) {
            issues.error(usage.location(), Messages.notReadable(usage, type, "its subtypes cannot be told apart."));
        }
        backReference = backReference(type, property);
        try {
            return of(type, property, property.getValueDeserializer(), usage);
        } finally {
            backReference = null;
        }
    }

    /**
     * Returns the property of the objects in this one that this one fills itself; null if there is none. Trees, whose
     * nodes hold nodes, keep the one type that they have.
     */
    private @Nullable String backReference(JacksonType type, SettableBeanProperty property) {
        String name = property.getManagedReferenceName();
        JacksonType content = type.content() == null ? type : type.content();
        if (name == null || property.getMember().getDeclaringClass().isAssignableFrom(content.raw())) {
            return null;
        }
        try {
            JsonDeserializer<?> objects = context.findContextualValueDeserializer(content.type(), null);
            SettableBeanProperty back =
                    objects instanceof BeanDeserializerBase ? objects.findBackReference(name) : null;
            return back == null ? null : back.getName();
        } catch (JsonMappingException e) {
            return null;
        }
    }

    private Schema polymorphic(JacksonType type, Polymorphism polymorphism, boolean onProperty, Usage usage)
            throws IOException {
        List<Schema> options = new ArrayList<>();
        boolean objects = true;
        for (Polymorphism.Option option : polymorphism.options()) {
            JacksonType subtype = new JacksonType(option.type(), TypeUse.PLAIN);
            boolean self = option.type().getRawClass() == type.raw();
            Schema shape = self || onProperty || !standsAlone(option)
                    ? tagged(subtype, polymorphism, option, usage)
                    : standing(subtype, usage);
            objects &= shape instanceof Schema.ReferenceSchema || shape instanceof Schema.ObjectSchema;
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

    /** Returns a subtype's own named schema, without the ids that stand for its objects. */
    private Schema standing(JacksonType type, Usage usage) throws IOException {
        Polymorphism own = subtypes.of(type.type(), null);
        return own == null ? of(type, usage) : named(type, () -> polymorphic(type, own, false, usage));
    }

    private boolean standsAlone(Polymorphism.Option option) throws IOException {
        Polymorphism alone = subtypes.of(option.type(), null);
        return alone != null && alone.options().equals(List.of(option));
    }

    private Schema tagged(JacksonType type, Polymorphism polymorphism, Polymorphism.Option option, Usage usage)
            throws IOException {
        JsonDeserializer<?> deserializer = context.findContextualValueDeserializer(type.type(), null);
        boolean object = deserializer instanceof BeanDeserializerBase bean
                && (bean.getValueInstantiator().canCreateUsingDefault()
                        || bean.getValueInstantiator().canCreateFromObjectWith())
                && !(deserializer instanceof BeanAsArrayDeserializer);
        Schema shape = object && deserializer instanceof BeanDeserializerBase bean
                ? object(type, bean, usage)
                : untagged(type, null, deserializer, usage);
        return polymorphism.tag(shape, option);
    }

    private Schema named(JacksonType type, Definitions.Shape shape) {
        return definitions.input(type, MapperDocs.of(type.raw(), context.getConfig(), javadoc), shape);
    }
}
