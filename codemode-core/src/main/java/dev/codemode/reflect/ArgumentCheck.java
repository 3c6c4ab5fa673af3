package dev.codemode.reflect;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks the arguments of a bean's method after they are bound and before the method runs. Implementations are
 * thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface ArgumentCheck {
    /** Returns what is wrong with the arguments; an empty list lets the method run. */
    List<Violation> check(Invocation invocation);

    /**
     * A method about to run. Immutable and thread-safe.
     *
     * @param bean the bean, as the host passed it
     * @param method the annotated method
     * @param arguments the arguments in order, including injected ones
     * @param paths the JSON path of each argument, {@code $.limit} or {@code $}; empty for an injected one
     * @since 0.1
     */
    record Invocation(Object bean, Method method, List<@Nullable Object> arguments, List<String> paths) {
        /** Copies the lists; null arguments stay. */
        public Invocation {
            Objects.requireNonNull(bean, "bean");
            Objects.requireNonNull(method, "method");
            arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
            paths = List.copyOf(paths);
        }
    }

    /**
     * Something wrong with an argument. The script reads it. Immutable and thread-safe.
     *
     * @param path where, as a JSON path from {@code $}, the script's arguments
     * @param message what must hold, in words that follow the value's name: {@code must be greater than 0}
     * @since 0.1
     */
    record Violation(String path, String message) {
        /** Checks that nothing is null. */
        public Violation {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(message, "message");
        }
    }
}
