package dev.codemode.reflect.internal.use;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedTypeVariable;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The annotations of one use of a type, and of the uses inside it. The mapper resolves types but drops these. Immutable
 * and thread-safe.
 *
 * @param annotations the annotations of the use and, at its top, of the declaration
 * @param arguments the type arguments, or an array's component
 */
public record TypeUse(List<Annotation> annotations, List<TypeUse> arguments) {
    /** A use without annotations. */
    public static final TypeUse PLAIN = new TypeUse(List.of(), List.of());

    /** Copies the lists. */
    public TypeUse {
        annotations = List.copyOf(annotations);
        arguments = List.copyOf(arguments);
    }

    /** Returns the use of a type that a declaration, such as a parameter, makes. */
    public static TypeUse of(
            AnnotatedType type, AnnotatedElement declaration, Map<TypeVariable<?>, TypeUse> variables) {
        TypeUse use = of(type, variables);
        List<Annotation> declared = new ArrayList<>(use.annotations);
        for (Annotation annotation : declaration.getAnnotations()) {
            if (!declared.contains(annotation)) {
                declared.add(annotation);
            }
        }
        return new TypeUse(declared, use.arguments);
    }

    private static TypeUse of(AnnotatedType type, Map<TypeVariable<?>, TypeUse> variables) {
        List<Annotation> own = Arrays.asList(type.getAnnotations());
        if (type instanceof AnnotatedArrayType array) {
            return new TypeUse(own, List.of(of(array.getAnnotatedGenericComponentType(), variables)));
        }
        if (type instanceof AnnotatedParameterizedType parameterized) {
            List<TypeUse> arguments = new ArrayList<>();
            for (AnnotatedType argument : parameterized.getAnnotatedActualTypeArguments()) {
                arguments.add(of(argument, variables));
            }
            return new TypeUse(own, arguments);
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return of(wildcard.getAnnotatedUpperBounds()[0], variables);
        }
        if (type instanceof AnnotatedTypeVariable variable) {
            TypeUse bound = variables.getOrDefault((TypeVariable<?>) variable.getType(), PLAIN);
            return new TypeUse(own, List.of()).and(bound);
        }
        return new TypeUse(own, List.of());
    }

    /** Returns what the type variables of the class and its supertypes stand for in this use of the class. */
    public Map<TypeVariable<?>, TypeUse> variables(Class<?> type) {
        Map<TypeVariable<?>, TypeUse> variables = new HashMap<>();
        bind(type, nullness(), variables);
        return variables;
    }

    private static void bind(Class<?> type, TypeUse use, Map<TypeVariable<?>, TypeUse> variables) {
        TypeVariable<?>[] parameters = type.getTypeParameters();
        for (int i = 0; i < Math.min(parameters.length, use.arguments.size()); i++) {
            variables.put(parameters[i], use.arguments.get(i));
        }
        List<AnnotatedType> supertypes = new ArrayList<>(Arrays.asList(type.getAnnotatedInterfaces()));
        if (type.getAnnotatedSuperclass() != null) {
            supertypes.add(type.getAnnotatedSuperclass());
        }
        for (AnnotatedType supertype : supertypes) {
            if (supertype.getType() instanceof java.lang.reflect.ParameterizedType parameterized) {
                bind((Class<?>) parameterized.getRawType(), of(supertype, variables), variables);
            } else if (supertype.getType() instanceof Class<?> plain) {
                bind(plain, PLAIN, variables);
            }
        }
    }

    /** Returns this use with the annotations of another one added; where the shapes differ, this one's. */
    public TypeUse and(TypeUse other) {
        List<Annotation> all = new ArrayList<>(annotations);
        other.annotations.stream().filter(a -> !all.contains(a)).forEach(all::add);
        if (arguments.isEmpty()) {
            return new TypeUse(all, other.arguments);
        }
        if (arguments.size() != other.arguments.size()) {
            return new TypeUse(all, arguments);
        }
        List<TypeUse> merged = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            merged.add(arguments.get(i).and(other.arguments.get(i)));
        }
        return new TypeUse(all, merged);
    }

    /** Returns this use with only the annotations that say that a value may be null. */
    public TypeUse nullness() {
        List<Annotation> kept =
                annotations.stream().filter(TypeUse::saysNullable).toList();
        return new TypeUse(kept, arguments.stream().map(TypeUse::nullness).toList());
    }

    /** Returns this use with only those annotations of its declaration that the test accepts. */
    public TypeUse declared(Predicate<Annotation> kept) {
        return new TypeUse(annotations.stream().filter(kept).toList(), List.of());
    }

    /** Returns the use of a container's content: an element, a map's value, an optional's content. */
    public TypeUse content() {
        return arguments.isEmpty() ? PLAIN : arguments.get(arguments.size() - 1);
    }

    /** Returns the use of a type argument. */
    public TypeUse argument(int index) {
        return index < arguments.size() ? arguments.get(index) : PLAIN;
    }

    /** Returns whether an annotation named {@code Nullable}, of any package, says that the value may be null. */
    public boolean nullable() {
        return annotations.stream().anyMatch(TypeUse::saysNullable) && !refusesNull();
    }

    /** Returns whether a constraint of Bean Validation refuses null. */
    public boolean refusesNull() {
        return Constraints.of(this).refuseNull();
    }

    private static boolean saysNullable(Annotation annotation) {
        String name = annotation.annotationType().getSimpleName();
        return name.equals("Nullable") || name.equals("CheckForNull");
    }

    /** Returns a text that is equal for uses of the same nullness: {@code ?} for nullable, arguments in brackets. */
    public String nullnessKey() {
        StringBuilder key = new StringBuilder(nullable() ? "?" : "");
        String inner =
                String.join(",", arguments.stream().map(TypeUse::nullnessKey).toList());
        return inner.replace(",", "").isEmpty()
                ? key.toString()
                : key.append('<').append(inner).append('>').toString();
    }
}
