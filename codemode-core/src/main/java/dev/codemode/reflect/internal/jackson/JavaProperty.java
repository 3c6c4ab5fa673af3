package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import dev.codemode.catalog.Docs;
import dev.codemode.reflect.internal.docs.DocText;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.use.PropertyDeclarations;
import dev.codemode.reflect.internal.use.TypeUse;
import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.TypeVariable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Java's source says about one property: the combined annotations of its field, component, accessors and
 * constructor parameter, and its Javadoc. The mapper merges annotations of declarations, but knows neither those of
 * types nor Javadoc.
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
        PropertyDeclarations declarations =
                new PropertyDeclarations(owner.isAssignableFrom(type) ? type : owner, variables);
        String name = name(member, property.getName());
        declarations.readAll(name);
        Parameter parameter = member instanceof AnnotatedParameter found ? javaParameter(found) : null;
        if (parameter != null) {
            declarations.readParameter(parameter);
        }
        return new JavaProperty(owner, name, declarations.use(), declarations.deprecated());
    }

    /**
     * Returns the documentation: the mapper's description, or else the Javadoc, then the sentences of the constraints.
     */
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
}
