package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.ObjectIdGenerator;
import com.fasterxml.jackson.annotation.ObjectIdGenerators;
import com.fasterxml.jackson.annotation.SimpleObjectIdResolver;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.impl.ObjectIdReader;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.ObjectIdInfo;
import com.fasterxml.jackson.databind.ser.PropertyWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The id that stands for an object that was already written in the same value ({@code @JsonIdentityInfo}), or always
 * ({@code @JsonIdentityReference}). The serialisers do not reveal it, so it is found in the way that they find it.
 *
 * @param id the type of the id
 * @param added the property that is written in addition to the object's own to hold the id; null if it is one of them
 * @param always whether the object itself is never written
 */
record Identity(JavaType id, @Nullable String added, boolean always) {

    /** Returns the identities of those of the classes whose objects have one, as the property that holds them sees it. */
    static List<Identity> written(SerializerProvider provider, List<JavaType> classes, @Nullable BeanProperty property)
            throws JsonMappingException {
        List<Identity> identities = new ArrayList<>();
        for (JavaType type : classes) {
            Identity identity = provider.findValueSerializer(type, property).usesObjectId()
                    ? declared(provider, type, property)
                    : null;
            if (identity != null) {
                identities.add(identity);
            }
        }
        return identities;
    }

    /** Returns the property that a serialiser adds to those of a bean to hold its id, or null. */
    static @Nullable String added(
            SerializerProvider provider, JavaType type, @Nullable BeanProperty property, JsonSerializer<?> serializer) {
        Identity identity = serializer.usesObjectId() ? declared(provider, type, property) : null;
        return identity == null ? null : identity.added();
    }

    /** Returns whether a serialiser with an identity writes the same properties as another one of the bean. */
    static boolean sameProperties(JsonSerializer<?> serializer, JsonSerializer<?> other) {
        return serializer.usesObjectId()
                && other.usesObjectId()
                && writers(serializer).equals(writers(other));
    }

    private static Set<PropertyWriter> writers(JsonSerializer<?> serializer) {
        Set<PropertyWriter> writers = Collections.newSetFromMap(new IdentityHashMap<>());
        serializer.properties().forEachRemaining(writers::add);
        return writers;
    }

    /** Returns the identity that the class, or the property that holds its objects, declares. */
    static @Nullable Identity declared(SerializerProvider provider, JavaType type, @Nullable BeanProperty property) {
        BeanDescription bean = provider.getConfig().introspect(type);
        ObjectIdInfo declared = bean.getObjectIdInfo();
        AnnotatedMember member = property == null ? null : property.getMember();
        AnnotationIntrospector introspector = provider.getAnnotationIntrospector();
        if (member != null && introspector != null) {
            ObjectIdInfo own = introspector.findObjectIdInfo(member);
            ObjectIdInfo known = own == null ? declared : own;
            declared = known == null ? null : introspector.findObjectReferenceInfo(member, known);
        }
        if (declared == null) {
            return null;
        }
        String name = declared.getPropertyName().getSimpleName();
        if (declared.getGeneratorType() == ObjectIdGenerators.PropertyGenerator.class) {
            return new Identity(propertyType(bean, name), null, declared.getAlwaysAsId());
        }
        JavaType[] generated = provider.getTypeFactory()
                .findTypeParameters(provider.constructType(declared.getGeneratorType()), ObjectIdGenerator.class);
        return new Identity(generated[0], name, declared.getAlwaysAsId());
    }

    private static JavaType propertyType(BeanDescription bean, String name) {
        return bean.findProperties().stream()
                .filter(property -> property.getName().equals(name) && property.getAccessor() != null)
                .map(property -> property.getAccessor().getType())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no property '" + name + "'"));
    }

    /** Returns whether an id can be read although no object in the same value has it. */
    static boolean resolvedElsewhere(ObjectIdReader reader) {
        return reader.resolver.getClass() != SimpleObjectIdResolver.class;
    }
}
