package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import dev.codemode.catalog.Docs;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Java's source says of one property: the annotations of its field, component, accessors and constructor parameter
 * taken together, and its Javadoc. The mapper merges annotations of declarations, but knows neither those of types nor
 * Javadoc.
 *
 * @param owner the class that declares it
 * @param name its name in Java, which may differ from its name in JSON
 * @param use the annotations
 * @param deprecated whether one of the declarations is deprecated
 */
record JavaProperty(@Nullable Class<?> owner, String name, TypeUse use, boolean deprecated) {

    /** Reads the property behind a mapper's property, in a use of the class that owns it. */
    static JavaProperty of(BeanProperty property, Class<?> type, TypeUse typeUse) {
        AnnotatedMember member = property.getMember();
        if (member == null || member.getMember() == null) {
            return new JavaProperty(null, property.getName(), TypeUse.PLAIN, false);
        }
        Class<?> owner = member.getDeclaringClass();
        Map<TypeVariable<?>, TypeUse> variables =
                owner.isAssignableFrom(type) ? typeUse.variables(type) : TypeUse.PLAIN.variables(owner);
        Reading reading = new Reading(owner.isAssignableFrom(type) ? type : owner, variables);
        String name = name(member, property.getName());
        reading.readAll(name);
        if (member instanceof AnnotatedParameter parameter) {
            reading.readParameter(parameter);
        }
        return new JavaProperty(owner, name, reading.use, reading.deprecated);
    }

    /** Returns the documentation: the mapper's own description, else Javadoc, then what constraints add. */
    Docs docs(BeanProperty property, JavadocResources javadoc, List<String> sentences) {
        String described =
                property.getMetadata() == null ? null : property.getMetadata().getDescription();
        Class<?> type = owner;
        JavadocResources.TypeText text = type == null ? JavadocResources.TypeText.NONE : javadoc.of(type);
        String prose = described == null || described.isBlank() ? text.member(name) : DocText.clean(described);
        String all = String.join(" ", sentences);
        String joined = prose.isEmpty() || all.isEmpty() ? prose + all : prose + "\n" + all;
        return new Docs(joined, null, List.of(), deprecated ? "Deprecated." : "");
    }

    /** Returns the name in Java of the property that a member belongs to. */
    static String name(AnnotatedMember member, String jsonName) {
        Member java = member.getMember();
        if (member instanceof AnnotatedParameter parameter) {
            return parameterName(parameter, jsonName);
        }
        if (!(java instanceof Method)) {
            return java.getName();
        }
        String name = java.getName();
        for (String prefix : List.of("get", "set", "is")) {
            if (name.length() > prefix.length()
                    && name.startsWith(prefix)
                    && Character.isUpperCase(name.charAt(prefix.length()))) {
                return decapitalize(name.substring(prefix.length()));
            }
        }
        return name;
    }

    private static String decapitalize(String name) {
        boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
        return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String parameterName(AnnotatedParameter parameter, String jsonName) {
        Class<?> owner = parameter.getDeclaringClass();
        RecordComponent[] components = owner.getRecordComponents();
        if (components != null
                && parameter.getOwner().getParameterCount() == components.length
                && parameter.getIndex() < components.length) {
            return components[parameter.getIndex()].getName();
        }
        Parameter java = javaParameter(parameter);
        return java != null && java.isNamePresent() ? java.getName() : jsonName;
    }

    private static @Nullable Parameter javaParameter(AnnotatedParameter parameter) {
        return parameter.getOwner().getAnnotated() instanceof Executable executable
                        && parameter.getIndex() < executable.getParameterCount()
                ? executable.getParameters()[parameter.getIndex()]
                : null;
    }

    private static final class Reading {
        private final Class<?> type;
        private final Map<TypeVariable<?>, TypeUse> variables;
        private TypeUse use = TypeUse.PLAIN;
        private boolean deprecated;

        Reading(Class<?> type, Map<TypeVariable<?>, TypeUse> variables) {
            this.type = type;
            this.variables = variables;
        }

        void readAll(String name) {
            String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            for (Class<?> owner = type; owner != null && owner != Object.class; owner = owner.getSuperclass()) {
                for (Field field : owner.getDeclaredFields()) {
                    if (field.getName().equals(name)) {
                        add(field.getAnnotatedType(), field);
                    }
                }
                for (Method method : owner.getDeclaredMethods()) {
                    if (!method.isBridge()) {
                        readAccessor(method, name, capital);
                    }
                }
                readComponent(owner, name);
            }
            if (type.isInterface()) {
                for (Method method : type.getMethods()) {
                    readAccessor(method, name, capital);
                }
            }
        }

        private void readComponent(Class<?> owner, String name) {
            RecordComponent[] components = owner.getRecordComponents();
            for (RecordComponent component : components == null ? new RecordComponent[0] : components) {
                if (component.getName().equals(name)) {
                    add(component.getAnnotatedType(), component);
                }
            }
        }

        private void readAccessor(Method method, String name, String capital) {
            String found = method.getName();
            boolean getter = method.getParameterCount() == 0
                    && (found.equals(name) || found.equals("get" + capital) || found.equals("is" + capital));
            if (getter) {
                add(method.getAnnotatedReturnType(), method);
            } else if (method.getParameterCount() == 1 && found.equals("set" + capital)) {
                add(method.getAnnotatedParameterTypes()[0], method.getParameters()[0]);
                deprecated |= method.isAnnotationPresent(Deprecated.class);
            }
        }

        void readParameter(AnnotatedParameter annotated) {
            Parameter parameter = javaParameter(annotated);
            if (parameter != null) {
                add(parameter.getAnnotatedType(), parameter);
            }
        }

        private void add(AnnotatedType annotatedType, AnnotatedElement declaration) {
            use = use.and(TypeUse.of(annotatedType, declaration, variables));
            deprecated |= declaration.isAnnotationPresent(Deprecated.class);
        }
    }
}
