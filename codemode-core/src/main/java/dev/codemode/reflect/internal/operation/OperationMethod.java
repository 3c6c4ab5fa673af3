package dev.codemode.reflect.internal.operation;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.reflect.internal.mapping.JsonMapping;
import dev.codemode.reflect.internal.mapping.MappedType;
import dev.codemode.reflect.internal.use.TypeUse;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An annotated method of a bean. Immutable and thread-safe.
 *
 * @param bean the bean
 * @param annotation its annotation
 * @param callable the method to call on the bean or its proxy
 * @param declarations the annotated method, then those of the same signature in the class and its supertypes
 */
public record OperationMethod(
        BeanClass bean, CodeModeOperation annotation, Method callable, List<Method> declarations) {
    /** Returns the method that has the annotation. */
    public Method annotated() {
        return declarations.get(0);
    }

    /** Names the method in issues: {@code OrderService.find(String, int)}. */
    String location() {
        return location(bean, annotated());
    }

    static String location(BeanClass bean, Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", bean.name() + "." + method.getName() + "(", ")"));
    }

    MappedType returnType(JsonMapping mapping) {
        Method method = annotated();
        TypeUse use = TypeUse.PLAIN;
        for (Method declaration : declarations) {
            use = use.and(TypeUse.of(declaration.getAnnotatedReturnType(), declaration, Map.of()));
        }
        return mapping.type(method.getGenericReturnType(), use, bean.target(), method.getDeclaringClass());
    }

    MappedType parameterType(int index, JsonMapping mapping) {
        Method method = annotated();
        TypeUse use = TypeUse.PLAIN;
        for (Method declaration : declarations) {
            AnnotatedType type = declaration.getAnnotatedParameterTypes()[index];
            use = use.and(TypeUse.of(type, declaration.getParameters()[index], Map.of()));
        }
        return mapping.type(method.getGenericParameterTypes()[index], use, bean.target(), method.getDeclaringClass());
    }

    /** Returns the annotation of a parameter, from the first declaration that has one; null if none has. */
    @Nullable CodeModeParam parameterAnnotation(int index) {
        for (Method declaration : declarations) {
            CodeModeParam found = declaration.getParameters()[index].getAnnotation(CodeModeParam.class);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns a parameter's name if javac kept it; null if no declaration was compiled with {@code -parameters}. */
    @Nullable String parameterName(int index) {
        for (Method declaration : declarations) {
            Parameter parameter = declaration.getParameters()[index];
            if (parameter.isNamePresent()) {
                return parameter.getName();
            }
        }
        return null;
    }
}
