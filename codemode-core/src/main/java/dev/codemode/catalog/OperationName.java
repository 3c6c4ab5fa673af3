package dev.codemode.catalog;

import dev.codemode.catalog.internal.EcmaIdentifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name that a script calls an operation by: a service and one or more identifiers, such as {@code orders.find} or
 * {@code github.issues.create}. Immutable and thread-safe.
 *
 * @param service the service, a global in scripts
 * @param path the identifiers after it, at least one
 * @since 0.1
 */
public record OperationName(String service, List<String> path) {
    private static final int MAX_CHARACTERS = 100;

    /** Reserved words, and names that the language or this library provides as globals. */
    private static final Set<String> TAKEN_GLOBALS = Stream.concat(
                    EcmaIdentifier.RESERVED.stream(),
                    Stream.of(("async of arguments eval undefined NaN Infinity globalThis"
                                    + " Object Function Array Number Boolean String Symbol BigInt Math Date RegExp JSON Promise"
                                    + " Proxy Reflect Map Set WeakMap WeakSet WeakRef FinalizationRegistry Iterator"
                                    + " AsyncIterator Error AggregateError EvalError RangeError ReferenceError SuppressedError"
                                    + " SyntaxError TypeError URIError ArrayBuffer SharedArrayBuffer DataView Atomics"
                                    + " Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array"
                                    + " Float16Array Float32Array Float64Array BigInt64Array BigUint64Array Intl Temporal"
                                    + " WebAssembly parseInt parseFloat isNaN isFinite encodeURI encodeURIComponent decodeURI"
                                    + " decodeURIComponent escape unescape codemode console setTimeout clearTimeout setInterval"
                                    + " clearInterval setImmediate queueMicrotask structuredClone atob btoa crypto performance"
                                    + " URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal fetch Headers"
                                    + " Request Response Blob File FormData Event EventTarget require module exports process"
                                    + " Buffer global window self document print load Java Packages Polyglot Graal")
                            .split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Checks the name and copies the path.
     *
     * @throws IllegalArgumentException if {@link #problem} finds a fault
     */
    public OperationName {
        path = List.copyOf(path);
        problem(service, path).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
    }

    /**
     * Returns the name of an operation directly in a service.
     *
     * @throws IllegalArgumentException if the name is not valid
     */
    public static OperationName of(String service, String operation) {
        return new OperationName(service, List.of(operation));
    }

    /**
     * Returns the name spelt by the dotted text.
     *
     * @throws IllegalArgumentException if the text is not a valid name
     */
    public static OperationName parse(String dotted) {
        String[] segments = dotted.split("\\.", -1);
        return new OperationName(segments[0], List.of(segments).subList(1, segments.length));
    }

    private static boolean isIdentifier(String name) {
        return name.length() <= MAX_CHARACTERS && EcmaIdentifier.matches(name);
    }

    /** Returns what is wrong with a service's name, or nothing. */
    public static Optional<String> problem(String service) {
        if (!isIdentifier(service)) {
            return Optional.of(
                    "'" + service + "' is not an identifier: use letters, digits, '_' and '$', at most 100.");
        }
        if (TAKEN_GLOBALS.contains(service) || EcmaIdentifier.SPECIAL_PROPERTIES.contains(service)) {
            return Optional.of(
                    "'" + service + "' is a name that scripts already use for something else: choose another.");
        }
        return Optional.empty();
    }

    /** Returns what is wrong with an operation's name, or nothing. */
    public static Optional<String> problem(String service, List<String> path) {
        if (path.isEmpty()) {
            return Optional.of(
                    "'" + service + "' names a service: an operation's name has a service and an identifier.");
        }
        for (String segment : path) {
            if (!isIdentifier(segment)) {
                return Optional.of(
                        "'" + segment + "' is not an identifier: use letters, digits, '_' and '$', at most 100.");
            }
            if (EcmaIdentifier.SPECIAL_PROPERTIES.contains(segment)) {
                return Optional.of("'" + segment + "' has a special meaning in JavaScript: choose another name.");
            }
        }
        return problem(service);
    }

    /** Returns the path with dots, without the service: {@code issues.create}. */
    public String dottedPath() {
        return String.join(".", path);
    }

    /** Returns the dotted name: {@code github.issues.create}. */
    @Override
    public String toString() {
        return service + "." + dottedPath();
    }
}
