package dev.codemode.openapi.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How arguments become a request body. Immutable and thread-safe.
 *
 * @param mediaType the value of {@code Content-Type}, without the boundary of a multipart body
 * @param kind how it is written
 * @param argument the argument that is the whole body, or null where the body is an object of several arguments
 * @param properties the arguments that are properties of the body, where {@code argument} is null
 * @param others whether arguments that are neither parameters nor among {@code properties} are properties too
 * @param required whether a body is sent although no argument of it is given: an empty object
 * @param arrayMediaType the value of {@code Content-Type} where the body is an array, or null where it is the same
 * @param parts how properties of a form or a multipart body are written, where the document says so (OpenAPI 3.1, 4.8.15)
 */
public record HttpBody(
        String mediaType,
        Kind kind,
        @Nullable String argument,
        Set<String> properties,
        boolean others,
        boolean required,
        @Nullable String arrayMediaType,
        Map<String, Part> parts) {
    /**
     * The key under which {@code parts} says how the elements of a body of parts without names are written, and which range of
     * types a body of bytes may have.
     */
    public static final String ELEMENTS = "";

    /** Copies the collections. */
    public HttpBody {
        properties = Set.copyOf(properties);
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** How a body is written. */
    public enum Kind {
        /** JSON (RFC 8259). */
        JSON,
        /** {@code application/x-www-form-urlencoded}. */
        FORM,
        /** {@code multipart/form-data} (RFC 7578). */
        MULTIPART,
        /** A string as it is, in UTF-8: plain text, XML. */
        TEXT,
        /** Bytes, which the argument holds in base64 (RFC 4648, 4). */
        BINARY
    }

    /**
     * How one property of a form or a multipart body is written.
     *
     * @param contentTypes the part's media types, which may be ranges; none for the default of its value
     * @param style how arrays and objects are spelt in a form, or null where the part is written in its media type
     * @param explode whether each element or property has a part of its own
     * @param allowReserved whether the reserved characters of RFC 3986, 2.2, stay as they are
     * @param binary whether the property is a file: base64, or an object of {@code content}, {@code filename} and {@code
     *     type}
     */
    public record Part(
            List<String> contentTypes,
            HttpParameter.@Nullable Style style,
            boolean explode,
            boolean allowReserved,
            boolean binary) {
        /** Copies the types. */
        public Part {
            contentTypes = List.copyOf(contentTypes);
        }

        /** Returns the first type that is not a range, or null. */
        @Nullable String contentType() {
            return contentTypes.stream()
                    .filter(type -> !type.contains("*"))
                    .findFirst()
                    .orElse(null);
        }
    }
}
