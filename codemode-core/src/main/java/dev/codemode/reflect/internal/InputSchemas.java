package dev.codemode.reflect.internal;

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

    /** Finds the subtypes of a type with a {@link Polymorphism}; null where it has none. */
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

    /** Returns the schema of a use of a type, null included where the use allows it. */
    Schema of(MappedType type, Site site) {
        return of(type, DeclaredUse.of(type), null, site);
    }

    private Schema of(
            MappedType type, @Nullable BeanProperty property, @Nullable JsonDeserializer<?> given, Site site) {
        Schema schema = Constraints.of(type.use()).narrow(value(type, property, given, site));
        return type.nullable() || PrimitiveOptionals.isOptional(type.raw()) ? Schema.nullable(schema) : schema;
    }

    private Schema value(
            MappedType type, @Nullable BeanProperty property, @Nullable JsonDeserializer<?> given, Site site) {
        var remedy = NoJsonForm.remedy(type.raw());
        if (remedy.isPresent()) {
            issues.error(site.location(), Messages.noJsonForm(site, type, remedy.get()));
            return Schema.unknown();
        }
        var hosts = HostTypes.remedy(type.raw());
        if (hosts.isPresent()) {
            issues.error(site.location(), Messages.hostsOwn(site, type, hosts.get()));
            return Schema.unknown();
        }
        try {
            JsonDeserializer<?> deserializer =
                    given != null ? given : MapperAccess.deserializer(context, type.type(), property);
            TypeDeserializer types = context.getFactory().findTypeDeserializer(context.getConfig(), type.type());
            Polymorphism polymorphism = types == null ? null : subtypes.of(type.type(), null);
            Schema whole = polymorphism == null
                    ? untagged(type, property, deserializer, site)
                    : named(type, () -> polymorphic(type, polymorphism, false, site));
            return withIds(whole, deserializer.getObjectIdReader(), site);
        } catch (IOException | IllegalArgumentException e) {
            issues.error(site.location(), Messages.notReadable(site, type, e));
            return Schema.unknown();
        }
    }

    /** Adds the id of an object that stands elsewhere in the value, which nothing does if this is the value itself. */
    private Schema withIds(Schema whole, @Nullable ObjectIdReader ids, Site site) {
        if (ids == null
                || whole instanceof Schema.UnknownSchema
                || (site.isTop() && !Identity.resolvedElsewhere(ids))) {
            return whole;
        }
        MappedType id = new MappedType(ids.getIdType(), TypeUse.PLAIN);
        return Schema.union(List.of(whole, of(id, null, ids.getDeserializer(), site)));
    }

    private Schema untagged(
            MappedType type, @Nullable BeanProperty property, JsonDeserializer<?> deserializer, Site site)
            throws IOException {
        if (deserializer instanceof UnsupportedTypeDeserializer) {
            issues.error(site.location(), Messages.moduleMissing(site, type));
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
            return bean(type, property, bean, usual, site);
        }
        if (deserializer instanceof AbstractDeserializer) {
            issues.error(site.location(), Messages.abstractInput(site, type));
            return Schema.unknown();
        }
        JsonDeserializer<?> delegatee = deserializer instanceof FormattedScalar ? null : deserializer.getDelegatee();
        if (delegatee instanceof StdDeserializer<?> standard && delegatee != deserializer) {
            JavaType target = standard.getValueType(context);
            return of(new MappedType(target, TypeUse.PLAIN), property, delegatee, site);
        }
        return plain(type, property, deserializer, site);
    }

    private Schema constants(MappedType type, @Nullable BeanProperty property, JsonDeserializer<?> deserializer)
            throws IOException {
        return EnumValues.read(type.raw(), written.constants(type.type(), property), deserializer, context);
    }

    private Schema plain(MappedType type, @Nullable BeanProperty property, JsonDeserializer<?> deserializer, Site site)
            throws IOException {
        MappedType content = type.content();
        if (content != null && type.type().isReferenceType()) {
            return Schema.nullable(of(content, property, null, site));
        }
        Schema scalar = ReadScalars.schema(type.raw(), deserializer);
        if (scalar != null) {
            return ReadScalars.hasForms(type.raw()) ? asWritten(type, property, scalar, deserializer, site) : scalar;
        }
        if (ReadScalars.isTime(deserializer)) {
            return asWritten(type, property, Scalars.text(type.raw()), deserializer, site);
        }
        if (content != null && ReadScalars.known(deserializer)) {
            JsonDeserializer<?> inner = deserializer instanceof ContainerDeserializerBase<?> container
                    ? container.getContentDeserializer()
                    : null;
            SelfContaining.check(type.type(), inner, context);
            JsonDeserializer<?> given = SelfContaining.given(inner);
            return SelfContaining.is(type.type())
                    ? named(type, () -> container(type, null, of(content, null, null, site.items())))
                    : container(type, property, of(content, content.heldBy(property), given, site.items()));
        }
        issues.warning(site.location(), Messages.opaque(site, type, "read by", deserializer.getClass()));
        return Schema.unknown();
    }

    private Schema container(MappedType type, @Nullable BeanProperty property, Schema items) throws IOException {
        if (type.type().isMapLikeType() && EnumKeys.are(type.type())) {
            return written.keyed(type.type(), items, property, context);
        }
        return type.type().isMapLikeType() ? Schema.map(items) : array(type, property, items);
    }

    /** Shows a scalar in the form in which it is written, if it is read so; a time that is a number as text too. */
    private Schema asWritten(
            MappedType type, @Nullable BeanProperty property, Schema usual, JsonDeserializer<?> deserializer, Site site)
            throws IOException {
        Schema form = written.schema(type.type(), property);
        if (form == null || form.equals(usual) || form instanceof Schema.UnknownSchema) {
            return usual;
        }
        if (!written.readBack(type.type(), property, deserializer, context)) {
            issues.warning(site.location(), Messages.formatNotRead(site, type));
            return usual;
        }
        boolean timestamp = ReadScalars.isTime(deserializer) && !(form instanceof Schema.StringSchema);
        return timestamp ? Schema.union(List.of(usual, form)) : form;
    }

    private Schema array(MappedType type, @Nullable BeanProperty property, Schema content) {
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
            MappedType type, @Nullable BeanProperty property, BeanDeserializerBase bean, boolean usual, Site site)
            throws IOException {
        ValueInstantiator instantiator = bean.getValueInstantiator();
        DeserializationConfig config = context.getConfig();
        if (instantiator.canCreateUsingDelegate() || instantiator.canCreateUsingArrayDelegate()) {
            JavaType target = instantiator.canCreateUsingDelegate()
                    ? instantiator.getDelegateType(config)
                    : instantiator.getArrayDelegateType(config);
            return of(new MappedType(target, TypeUse.PLAIN), site);
        }
        if (!instantiator.canCreateUsingDefault() && !instantiator.canCreateFromObjectWith()) {
            return fromScalar(type, instantiator, site);
        }
        if (bean instanceof BeanAsArrayDeserializer) {
            return new Schema.TupleSchema(object(type, bean, site).properties().stream()
                    .map(Schema.Property::schema)
                    .toList());
        }
        if (inline.contains(type.type())) {
            backReference = null;
        }
        return usual && backReference == null
                ? named(type, () -> object(type, bean, site))
                : inlineObject(type, property, bean, site);
    }

    private Schema fromScalar(MappedType type, ValueInstantiator instantiator, Site site) {
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
                    site.location(),
                    Messages.notReadable(site, type, "it has neither a default constructor nor an annotated one."));
            return Schema.unknown();
        }
        return Schema.union(forms);
    }

    private Schema inlineObject(MappedType type, @Nullable BeanProperty property, BeanDeserializerBase bean, Site site)
            throws IOException {
        if (inline.contains(type.type())) {
            issues.warning(site.location(), Messages.recursive(site, type, property));
            return Schema.unknown();
        }
        inline.push(type.type());
        try {
            return object(type, bean, site);
        } finally {
            inline.pop();
        }
    }

    private Schema.ObjectSchema object(MappedType type, BeanDeserializerBase bean, Site site) throws IOException {
        ReadProperties properties =
                new ReadProperties(context, type, javadoc, this::property, site).without(backReference);
        backReference = null;
        return properties.object(bean);
    }

    private Schema property(MappedType type, @Nullable SettableBeanProperty property, Site site) {
        if (property == null) {
            return of(type, site);
        }
        try {
            boolean onType = context.getFactory().findTypeDeserializer(context.getConfig(), type.type()) != null;
            if (property.getValueTypeDeserializer() != null
                    && !onType
                    && !type.type().isContainerType()) {
                Polymorphism polymorphism = subtypes.of(type.type(), property);
                if (polymorphism != null) {
                    Schema union = polymorphic(type, polymorphism, true, site);
                    return type.nullable() ? Schema.nullable(union) : union;
                }
            }
        } catch (IOException e) {
            issues.error(site.location(), Messages.notReadable(site, type, "its subtypes cannot be told apart."));
        }
        backReference = backReference(type, property);
        try {
            return of(type, property, property.getValueDeserializer(), site);
        } finally {
            backReference = null;
        }
    }

    /**
     * Returns the property of the objects in this one that this one fills itself; null if there is none. Trees, whose
     * nodes hold nodes, keep the one type that they have.
     */
    private @Nullable String backReference(MappedType type, SettableBeanProperty property) {
        String name = property.getManagedReferenceName();
        MappedType content = type.content() == null ? type : type.content();
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

    private Schema polymorphic(MappedType type, Polymorphism polymorphism, boolean onProperty, Site site)
            throws IOException {
        List<Schema> options = new ArrayList<>();
        boolean objects = true;
        for (Polymorphism.Option option : polymorphism.options()) {
            MappedType subtype = new MappedType(option.type(), TypeUse.PLAIN);
            boolean self = option.type().getRawClass() == type.raw();
            Schema shape = self || onProperty || !standsAlone(option)
                    ? tagged(subtype, polymorphism, option, site)
                    : standing(subtype, site);
            objects &= shape instanceof Schema.ReferenceSchema || shape instanceof Schema.ObjectSchema;
            options.add(shape);
        }
        if (options.isEmpty()) {
            issues.warning(site.location(), Messages.noSubtypes(site, type));
            return Schema.unknown();
        }
        return options.size() == 1
                ? options.get(0)
                : new Schema.UnionSchema(options, polymorphism.discriminator(objects));
    }

    /** Returns a subtype's own named schema, without the ids that stand for its objects. */
    private Schema standing(MappedType type, Site site) throws IOException {
        Polymorphism own = subtypes.of(type.type(), null);
        return own == null ? of(type, site) : named(type, () -> polymorphic(type, own, false, site));
    }

    private boolean standsAlone(Polymorphism.Option option) throws IOException {
        Polymorphism alone = subtypes.of(option.type(), null);
        return alone != null && alone.options().equals(List.of(option));
    }

    private Schema tagged(MappedType type, Polymorphism polymorphism, Polymorphism.Option option, Site site)
            throws IOException {
        JsonDeserializer<?> deserializer = context.findContextualValueDeserializer(type.type(), null);
        boolean object = deserializer instanceof BeanDeserializerBase bean
                && (bean.getValueInstantiator().canCreateUsingDefault()
                        || bean.getValueInstantiator().canCreateFromObjectWith())
                && !(deserializer instanceof BeanAsArrayDeserializer);
        Schema shape = object && deserializer instanceof BeanDeserializerBase bean
                ? object(type, bean, site)
                : untagged(type, null, deserializer, site);
        return polymorphism.tag(shape, option);
    }

    private Schema named(MappedType type, Definitions.Shape shape) {
        return definitions.input(type, TypeDocs.of(type.raw(), context.getConfig(), javadoc), shape);
    }
}
