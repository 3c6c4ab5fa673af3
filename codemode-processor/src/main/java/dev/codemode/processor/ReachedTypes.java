package dev.codemode.processor;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;
import org.jspecify.annotations.Nullable;

/** Finds the types that the signatures of a service's operations reach. Confined to one thread at a time. */
final class ReachedTypes {
    private static final String OPERATION = "dev.codemode.annotation.CodeModeOperation";
    private static final String SUBTYPES = "com.fasterxml.jackson.annotation.JsonSubTypes";

    private final ProcessingEnvironment environment;
    private final Set<TypeElement> types = new LinkedHashSet<>();

    ReachedTypes(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    Set<TypeElement> types() {
        return types;
    }

    /**
     * Adds the service and its supertypes to {@code services}, and the types that their operations reach to the types.
     */
    void addService(TypeElement service, Set<TypeElement> services) {
        if (isOfJava(service) || !services.add(service)) {
            return;
        }
        for (ExecutableElement method : ElementFilter.methodsIn(service.getEnclosedElements())) {
            if (has(method, OPERATION)) {
                add(method.getReturnType());
                method.getParameters().forEach(parameter -> add(parameter.asType()));
            }
        }
        for (TypeMirror supertype : environment.getTypeUtils().directSupertypes(service.asType())) {
            if (environment.getTypeUtils().asElement(supertype) instanceof TypeElement parent) {
                addService(parent, services);
            }
        }
    }

    private void add(TypeMirror type) {
        if (type instanceof ArrayType array) {
            add(array.getComponentType());
        } else if (type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null) {
            add(wildcard.getExtendsBound());
        } else if (type instanceof TypeVariable variable) {
            addBound(variable);
        } else if (type instanceof DeclaredType declared) {
            declared.getTypeArguments().forEach(this::add);
            if (declared.asElement() instanceof TypeElement element) {
                add(element);
            }
        }
    }

    /** A bound may refer to its variable ({@code T extends Comparable<T>}), so only its class is followed. */
    private void addBound(TypeVariable variable) {
        if (environment.getTypeUtils().asElement(variable.getUpperBound()) instanceof TypeElement bound) {
            add(bound);
        }
    }

    private void add(TypeElement type) {
        if (isOfJava(type) || !types.add(type)) {
            return;
        }
        add(type.getSuperclass());
        type.getInterfaces().forEach(this::add);
        type.getPermittedSubclasses().forEach(this::add);
        for (VariableElement field : ElementFilter.fieldsIn(type.getEnclosedElements())) {
            add(field.asType());
        }
        for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
            if (method.getParameters().isEmpty()) {
                add(method.getReturnType());
            } else if (method.getSimpleName().toString().startsWith("set")) {
                method.getParameters().forEach(parameter -> add(parameter.asType()));
            }
        }
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            if (isNamed(annotation, SUBTYPES)) {
                annotation.getElementValues().values().forEach(value -> value.accept(new ClassLiterals(), null));
            }
        }
    }

    private boolean isOfJava(TypeElement type) {
        String module = environment
                .getElementUtils()
                .getPackageOf(type)
                .getQualifiedName()
                .toString();
        return module.equals("java") || module.startsWith("java.") || module.startsWith("javax.");
    }

    private static boolean has(Element element, String annotation) {
        return element.getAnnotationMirrors().stream().anyMatch(mirror -> isNamed(mirror, annotation));
    }

    private static boolean isNamed(AnnotationMirror mirror, String name) {
        return mirror.getAnnotationType().asElement() instanceof TypeElement type
                && type.getQualifiedName().contentEquals(name);
    }

    /** Adds the classes that an annotation names, however deeply nested. */
    private final class ClassLiterals extends SimpleAnnotationValueVisitor14<@Nullable Void, @Nullable Void> {
        @Override
        public @Nullable Void visitType(TypeMirror type, @Nullable Void unused) {
            add(type);
            return null;
        }

        @Override
        public @Nullable Void visitArray(List<? extends AnnotationValue> values, @Nullable Void unused) {
            values.forEach(value -> value.accept(this, null));
            return null;
        }

        @Override
        public @Nullable Void visitAnnotation(AnnotationMirror annotation, @Nullable Void unused) {
            annotation.getElementValues().values().forEach(value -> value.accept(this, null));
            return null;
        }
    }
}
