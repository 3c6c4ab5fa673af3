package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.ReferenceType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.type.TypeModifier;
import dev.codemode.reflect.internal.mapping.Optionals;
import java.io.Serializable;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Teaches our own mapper {@code java.time} and {@code Optional}, which plain Jackson leaves to additional modules. */
final class JavaTypesModule extends Module {
    @Override
    public String getModuleName() {
        return "codemode-java-types";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addTypeModifier(new OptionalTypes());
        context.addSerializers(new Writers());
        context.addDeserializers(new Readers());
        context.addBeanDeserializerModifier(EnumNumbers.modifier());
        context.addBeanDeserializerModifier(new SelfContaining.Readers());
        context.addBeanSerializerModifier(new SelfContaining.Writers());
        context.addBeanSerializerModifier(new UnwrappedProperty.Modifier());
        context.addKeyDeserializers((type, config, bean) ->
                IsoText.of(type.getRawClass()).map(IsoText::keyDeserializer).orElse(null));
    }

    private static final class OptionalTypes extends TypeModifier {
        @Override
        public JavaType modifyType(JavaType type, Type source, TypeBindings bindings, TypeFactory factory) {
            return type.getRawClass() == Optional.class && !type.isReferenceType()
                    ? ReferenceType.upgradeFrom(type, type.containedTypeOrUnknown(0))
                    : type;
        }
    }

    private static final class Writers extends Serializers.Base {
        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean) {
            Class<?> raw = type.getRawClass();
            if (raw == Object.class || raw == Serializable.class || raw == Comparable.class) {
                return new AnyValueSerializer();
            }
            if (Optionals.ofPrimitive(raw)) {
                return new PrimitiveOptionals.Writer(raw);
            }
            if (SelfContaining.isMention(type)) {
                return SelfContaining.writer(type);
            }
            return IsoText.of(raw).<JsonSerializer<?>>map(IsoText::serializer).orElse(null);
        }

        @Override
        public @Nullable JsonSerializer<?> findReferenceSerializer(
                SerializationConfig config,
                ReferenceType type,
                BeanDescription bean,
                @Nullable TypeSerializer contentType,
                @Nullable JsonSerializer<Object> content) {
            return type.hasRawClass(Optional.class)
                    ? new OptionalSerializer(type, true, contentType, SelfContaining.writer(type, content))
                    : null;
        }
    }

    private static final class Readers extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            Class<?> raw = type.getRawClass();
            if (Optionals.ofPrimitive(raw)) {
                return new PrimitiveOptionals.Reader(raw);
            }
            if (FormattedScalar.reads(raw)) {
                return FormattedScalar.of(raw);
            }
            return IsoText.of(raw)
                    .filter(text -> text.type() == raw)
                    .<JsonDeserializer<?>>map(IsoText::deserializer)
                    .orElse(null);
        }

        @Override
        public @Nullable JsonDeserializer<?> findReferenceDeserializer(
                ReferenceType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable TypeDeserializer contentType,
                @Nullable JsonDeserializer<?> content) {
            return type.hasRawClass(Optional.class)
                    ? new OptionalDeserializer(type, contentType, SelfContaining.reader(type, content))
                    : null;
        }

        @Override
        public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
            return IsoText.of(type).isPresent() || Optionals.ofPrimitive(type) || FormattedScalar.reads(type);
        }
    }
}
