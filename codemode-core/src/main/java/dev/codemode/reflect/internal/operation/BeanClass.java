package dev.codemode.reflect.internal.operation;

import dev.codemode.annotation.CodeModeService;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A bean and the class that its author wrote, which a proxy hides. Immutable and thread-safe.
 *
 * @param bean the bean or its proxy, on which methods are called; the class itself if it is only described
 * @param target the class that holds the annotations
 */
public record BeanClass(Object bean, Class<?> target) {
    private static final String SPRING_TARGET = "org.springframework.aop.TargetClassAware";

    /** Returns the bean, with the class behind it if it is a proxy. */
    public static BeanClass of(Object bean) {
        Class<?> type = bean.getClass();
        if (Proxy.isProxyClass(type)) {
            Class<?> behind = springTarget(bean);
            type = behind == null ? annotatedInterface(type) : behind;
        }
        return new BeanClass(bean, withoutGeneratedSubclass(type));
    }

    /** Returns the class without an instance: for reading its operations, not for calls. */
    public static BeanClass described(Class<?> type) {
        return new BeanClass(type, type);
    }

    /** Class-based proxies are subclasses whose names hold {@code $$} by convention. */
    private static Class<?> withoutGeneratedSubclass(Class<?> type) {
        Class<?> written = type;
        while (written.getName().contains("$$")
                && written.getSuperclass() != null
                && written.getSuperclass() != Object.class) {
            written = written.getSuperclass();
        }
        return written;
    }

    private static @Nullable Class<?> springTarget(Object bean) {
        for (Class<?> type : supertypes(bean.getClass())) {
            if (type.getName().equals(SPRING_TARGET)) {
                try {
                    return (Class<?>) type.getMethod("getTargetClass").invoke(bean);
                } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
                    return null;
                }
            }
        }
        return null;
    }

    private static Class<?> annotatedInterface(Class<?> proxy) {
        for (Class<?> type : proxy.getInterfaces()) {
            if (supertypes(type).stream().anyMatch(t -> t.isAnnotationPresent(CodeModeService.class))) {
                return type;
            }
        }
        return proxy;
    }

    /** Returns the simple name of the class, for issues. */
    public String name() {
        return target.getSimpleName();
    }

    boolean interfaceProxy() {
        return Proxy.isProxyClass(bean.getClass());
    }

    boolean classProxy() {
        return !interfaceProxy() && bean != target && bean.getClass() != target;
    }

    /** Returns the annotation of the class, of a superclass or of an interface; null if none has it. */
    public <A extends Annotation> @Nullable A find(Class<A> annotation) {
        for (Class<?> type : hierarchy()) {
            A found = type.getDeclaredAnnotation(annotation);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Returns the target class, its superclasses and then all interfaces, the nearest first. */
    public List<Class<?>> hierarchy() {
        return List.copyOf(supertypes(target));
    }

    /** Returns the interfaces that a caller of the proxy sees. */
    List<Method> interfaceMethods() {
        return supertypes(bean.getClass()).stream()
                .filter(Class::isInterface)
                .flatMap(type -> List.of(type.getDeclaredMethods()).stream())
                .toList();
    }

    private static Set<Class<?>> supertypes(Class<?> type) {
        Set<Class<?>> types = new LinkedHashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            types.add(c);
        }
        for (Class<?> c : List.copyOf(types)) {
            addInterfaces(c, types);
        }
        return types;
    }

    private static void addInterfaces(Class<?> type, Set<Class<?>> types) {
        for (Class<?> parent : type.getInterfaces()) {
            if (types.add(parent)) {
                addInterfaces(parent, types);
            }
        }
    }
}
