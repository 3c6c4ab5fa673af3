package dev.codemode.sandbox.worker;

import java.util.List;
import java.util.Map;

/**
 * The things an engine in native code needs besides Java classes. A script's memory is then the engine's own: the heap
 * of the worker's JVM does not grow with it. Immutable and thread-safe.
 *
 * @param files the names of resources on the class path, such as a native library, that the engine reads as files. The
 *     host unpacks them once, next to each other, under the last segments of their names; a worker reads where from
 *     {@link WorkerStart#files}
 * @param environment constants that the engine reads only from the environment, such as {@code TZ=UTC}; nothing of the
 *     host's own
 * @since 0.1
 */
public record NativeParts(List<String> files, Map<String, String> environment) {
    /** Copies the collections. */
    public NativeParts {
        files = List.copyOf(files);
        environment = Map.copyOf(environment);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files must name at least one resource, but is empty.");
        }
    }
}
