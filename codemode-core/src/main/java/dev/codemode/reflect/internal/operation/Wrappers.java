package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.OperationName;
import dev.codemode.source.OperationFailedException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results that Spring and Reactor wrap, found by class name so that the frameworks need not be present. */
final class Wrappers {
    /** A body with headers, and with a status if it is a {@code ResponseEntity}. */
    static final String ENTITY = "org.springframework.http.HttpEntity";
    /** One value or none, later. */
    static final String MONO = "reactor.core.publisher.Mono";
    /** Any number of values, later. */
    static final String FLUX = "reactor.core.publisher.Flux";

    private Wrappers() {}

    /** Returns the class of that name that a type is or extends, or nothing. */
    static Optional<Class<?>> find(Class<?> type, String name) {
        for (Class<?> parent = type; parent != null; parent = parent.getSuperclass()) {
            if (parent.getName().equals(name)) {
                return Optional.of(parent);
            }
        }
        return Optional.empty();
    }

    /** Returns the body of an entity. An error status makes the operation fail. */
    static @Nullable Object body(Object entity, OperationName operation) throws Exception {
        for (Method method : entity.getClass().getMethods()) {
            if (method.getName().equals("getStatusCode") && method.getParameterCount() == 0) {
                Object status = invoke(method, entity);
                Class<?> type = method.getReturnType();
                if (status != null && Boolean.TRUE.equals(invoke(type.getMethod("isError"), status))) {
                    throw new OperationFailedException(operation + ": the operation answered with status "
                            + invoke(type.getMethod("value"), status) + ".");
                }
                break;
            }
        }
        return invoke(entity.getClass().getMethod("getBody"), entity);
    }

    /** Returns the future of a single value. */
    static Object future(Object mono) throws Exception {
        return invokeNamed(mono, MONO, "toFuture");
    }

    /** Returns the future of a list that has at most one value more than a result may have. */
    static Object futureList(Object flux, int maxElements) throws Exception {
        Class<?> type = required(flux, FLUX);
        Object bounded = invoke(type.getMethod("take", long.class), flux, maxElements + 1L);
        return future(invokeNamed(bounded, FLUX, "collectList"));
    }

    private static Object invokeNamed(@Nullable Object target, String type, String method) throws Exception {
        Object found = target == null ? null : invoke(required(target, type).getMethod(method), target);
        if (found == null) {
            throw new IllegalStateException(type + "." + method + " returned null");
        }
        return found;
    }

    private static Class<?> required(Object value, String name) {
        return find(value.getClass(), name)
                .orElseThrow(() -> new IllegalStateException(value.getClass() + " is not a " + name));
    }

    private static @Nullable Object invoke(Method method, Object target, Object... arguments) throws Exception {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }
}
