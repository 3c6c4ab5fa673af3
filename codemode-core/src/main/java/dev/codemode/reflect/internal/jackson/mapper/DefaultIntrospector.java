package dev.codemode.reflect.internal.jackson.mapper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIgnoreType;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.codemode.reflect.internal.use.TypeUse;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jackson's own annotations, and otherwise what Java itself declares: a sealed hierarchy is told apart by a property
 * {@code type} that holds the simple name, parameters have the names of {@code -parameters}, and the parameters of a
 * constructor are required unless they may be null.
 */
public final class DefaultIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    private static final Set<Class<?>> OPTIONALS =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    @Override
    public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated annotated) {
        JsonTypeInfo.Value declared = super.findPolymorphicTypeInfo(config, annotated);
        if (declared != null || !(annotated instanceof AnnotatedClass type) || !inSealedHierarchy(type.getRawType())) {
            return declared;
        }
        return JsonTypeInfo.Value.construct(
                JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, Boolean.TRUE);
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        List<NamedType> declared = super.findSubtypes(annotated);
        Class<?>[] permitted = annotated.getRawType().getPermittedSubclasses();
        if (declared != null || permitted == null || !inSealedHierarchy(annotated.getRawType())) {
            return declared;
        }
        List<NamedType> subtypes = new ArrayList<>();
        for (Class<?> subtype : permitted) {
            subtypes.add(new NamedType(subtype));
        }
        return subtypes;
    }

    /** A value that names its type is written as that type; the mapper writes all others as they are declared. */
    @Override
    public JsonSerialize.@Nullable Typing findSerializationTyping(Annotated annotated) {
        JsonSerialize.Typing declared = super.findSerializationTyping(annotated);
        boolean named = annotated instanceof AnnotatedMember
                && (inSealedHierarchy(annotated.getRawType()) || namesItsType(annotated.getRawType()));
        return declared == null && named ? JsonSerialize.Typing.DYNAMIC : declared;
    }

    private static boolean namesItsType(@Nullable Class<?> type) {
        return type != null
                && (type.isAnnotationPresent(JsonTypeInfo.class)
                        || namesItsType(type.getSuperclass())
                        || Arrays.stream(type.getInterfaces()).anyMatch(DefaultIntrospector::namesItsType));
    }

    @Override
    public @Nullable String findTypeName(AnnotatedClass type) {
        String declared = super.findTypeName(type);
        return declared == null || declared.isEmpty() ? type.getRawType().getSimpleName() : declared;
    }

    @Override
    public @Nullable String findImplicitPropertyName(AnnotatedMember member) {
        String declared = super.findImplicitPropertyName(member);
        if (declared == null && member instanceof AnnotatedParameter annotated) {
            Parameter parameter = parameter(annotated);
            return parameter != null && parameter.isNamePresent() ? parameter.getName() : null;
        }
        return declared;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        Boolean declared = super.hasRequiredMarker(member);
        if (!(member instanceof AnnotatedParameter annotated) || Boolean.TRUE.equals(declared)) {
            return declared;
        }
        Parameter parameter = parameter(annotated);
        if (parameter == null || OPTIONALS.contains(parameter.getType())) {
            return declared;
        }
        if (ignored(annotated, parameter)) {
            return false;
        }
        return !TypeUse.of(parameter.getAnnotatedType(), parameter, Map.of()).nullable();
    }

    /** A primitive that is ignored keeps Java's default; otherwise its absence would be refused. */
    @Override
    public @Nullable Object findDeserializer(Annotated annotated) {
        Object declared = super.findDeserializer(annotated);
        if (declared != null || !(annotated instanceof AnnotatedParameter one)) {
            return declared;
        }
        Parameter parameter = parameter(one);
        return parameter != null && parameter.getType().isPrimitive() && ignored(one, parameter)
                ? new IgnoredPrimitive(parameter.getType())
                : null;
    }

    /**
     * Returns whether a parameter of a constructor fills what {@code @JsonIgnore} and similar annotations take out of
     * the JSON.
     */
    private static boolean ignored(AnnotatedParameter annotated, Parameter parameter) {
        JsonProperty property = annotated.getAnnotation(JsonProperty.class);
        boolean readOnly = property != null && property.access() == JsonProperty.Access.READ_ONLY;
        if (readOnly || (property != null && !annotated.getDeclaringClass().isRecord())) {
            return readOnly;
        }
        return ignoredInClass(annotated, parameter);
    }

    private static boolean ignoredInClass(AnnotatedParameter annotated, Parameter parameter) {
        Class<?> owner = annotated.getDeclaringClass();
        RecordComponent[] components = owner.getRecordComponents();
        boolean canonical = components != null && annotated.getOwner().getParameterCount() == components.length;
        String name = canonical ? components[annotated.getIndex()].getName() : parameter.getName();
        JsonIgnoreProperties names = owner.getAnnotation(JsonIgnoreProperties.class);
        return parameter.getType().isAnnotationPresent(JsonIgnoreType.class)
                || (names != null
                        && !names.allowSetters()
                        && List.of(names.value()).contains(name))
                || (canonical && ignored(components[annotated.getIndex()].getAccessor()))
                || Arrays.stream(owner.getDeclaredFields())
                        .anyMatch(field -> field.getName().equals(name) && ignored(field));
    }

    private static boolean ignored(AnnotatedElement element) {
        JsonIgnore ignore = element.getAnnotation(JsonIgnore.class);
        return ignore != null && ignore.value();
    }

    private static @Nullable Parameter parameter(AnnotatedParameter annotated) {
        if (annotated.getOwner().getAnnotated() instanceof Executable executable
                && annotated.getIndex() < executable.getParameterCount()) {
            return executable.getParameters()[annotated.getIndex()];
        }
        return null;
    }

    /** Some types of the JDK are sealed for unrelated reasons: every {@code String} is a {@code ConstantDesc}. */
    private static boolean inSealedHierarchy(@Nullable Class<?> type) {
        if (type == null || type.isEnum() || type.getName().startsWith("java.")) {
            return false;
        }
        if (type.isSealed() || inSealedHierarchy(type.getSuperclass())) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (inSealedHierarchy(parent)) {
                return true;
            }
        }
        return false;
    }
}
