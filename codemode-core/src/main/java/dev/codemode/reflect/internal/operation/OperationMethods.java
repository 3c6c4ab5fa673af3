package dev.codemode.reflect.internal.operation;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.reflect.internal.use.TypeUse;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the annotated methods of a bean, and how to call each. Confined to one thread at a time. */
public final class OperationMethods {
    private final BeanClass bean;
    private final Reading reading;

    private OperationMethods(BeanClass bean, Reading reading) {
        this.bean = bean;
        this.reading = reading;
    }

    /** Returns the methods by name and signature; a method that cannot be called becomes an issue and is left out. */
    public static List<OperationMethod> of(BeanClass bean, Reading reading) {
        return new OperationMethods(bean, reading).find();
    }

    private List<OperationMethod> find() {
        Map<String, List<Method>> bySignature = new LinkedHashMap<>();
        for (Class<?> type : bean.hierarchy()) {
            for (Method method : type.getDeclaredMethods()) {
                if (!method.isBridge() && !method.isSynthetic()) {
                    bySignature
                            .computeIfAbsent(signature(method), s -> new ArrayList<>())
                            .add(method);
                }
            }
        }
        List<OperationMethod> found = new ArrayList<>();
        bySignature.values().forEach(declarations -> {
            OperationMethod method = method(declarations);
            if (method != null) {
                found.add(method);
            }
        });
        found.sort(Comparator.comparing((OperationMethod m) -> m.annotated().getName())
                .thenComparing(m -> m.location()));
        return found;
    }

    /** Returns the name and the erased parameter types as the bean's class binds them. */
    private String signature(Method method) {
        List<String> types = new ArrayList<>();
        for (java.lang.reflect.Type type : method.getGenericParameterTypes()) {
            types.add(reading.mapping()
                    .type(type, TypeUse.PLAIN, bean.target(), method.getDeclaringClass())
                    .raw()
                    .getName());
        }
        return types.stream().collect(Collectors.joining(",", method.getName() + "(", ")"));
    }

    private @Nullable OperationMethod method(List<Method> declarations) {
        Method annotated = declarations.stream()
                .filter(m -> m.isAnnotationPresent(CodeModeOperation.class))
                .findFirst()
                .orElse(null);
        if (annotated == null) {
            return null;
        }
        Method callable = callable(annotated, declarations.get(0));
        if (callable == null) {
            return null;
        }
        List<Method> ordered = new ArrayList<>(declarations);
        ordered.remove(annotated);
        ordered.add(0, annotated);
        return new OperationMethod(bean, annotated.getAnnotation(CodeModeOperation.class), callable, ordered);
    }

    private @Nullable Method callable(Method annotated, Method nearest) {
        String location = OperationMethod.location(bean, annotated);
        if (!Modifier.isPublic(annotated.getModifiers())) {
            reading.issues().error(location, "The method is not public. Make it public, or remove @CodeModeOperation.");
            return null;
        }
        if (suspends(annotated)) {
            reading.issues()
                    .error(
                            location,
                            "A Kotlin suspend function cannot be an operation. Make it return a CompletableFuture, for"
                                    + " example with CoroutineScope.future { ... }.");
            return null;
        }
        if (bean.classProxy() && Modifier.isFinal(nearest.getModifiers())) {
            reading.issues()
                    .error(
                            location,
                            "The bean is a subclass proxy, which cannot intercept a final method. Make the method"
                                    + " non-final.");
            return null;
        }
        Method callable = bean.interfaceProxy() ? onProxy(annotated) : annotated;
        if (callable == null) {
            reading.issues()
                    .error(
                            location,
                            "The bean is an interface proxy, and none of its interfaces has this method. Declare it in one"
                                    + " of them, or use a class proxy.");
            return null;
        }
        if (!callable.trySetAccessible()) {
            String path = callable.getDeclaringClass().getPackageName();
            reading.issues()
                    .error(
                            location,
                            "The method cannot be called: module "
                                    + callable.getDeclaringClass().getModule().getName() + " does not open " + path
                                    + ". Add 'opens " + path + " to dev.codemode.core;' to its module-info.");
            return null;
        }
        return callable;
    }

    /** Kotlin compiles a suspend function to a method whose last parameter is its continuation. */
    private static boolean suspends(Method method) {
        Class<?>[] types = method.getParameterTypes();
        return types.length > 0 && types[types.length - 1].getName().equals("kotlin.coroutines.Continuation");
    }

    private @Nullable Method onProxy(Method annotated) {
        if (annotated.getDeclaringClass().isInstance(bean.bean())) {
            return annotated;
        }
        return bean.interfaceMethods().stream()
                .filter(m -> m.getName().equals(annotated.getName()))
                .filter(m -> m.getDeclaringClass().isAssignableFrom(bean.target()))
                .filter(m -> signature(m).equals(signature(annotated)))
                .findFirst()
                .orElse(null);
    }
}
