package dev.codemode.openapi.internal.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way arguments become a request body. Immutable and thread-safe.
 *
 * @param mediaType the value of {@code Content-Type}, without the boundary of a multipart body
 * @param kind how it is written
 * @param argument the argument that is the whole body, or null if the body is an object of several arguments
 * @param properties which arguments are properties of the body, where {@code argument} is null
 * @param required whether a body, an empty object, is sent even if none of its arguments is given
 * @param arrayMediaType the value of {@code Content-Type} if the body is an array, or null if it is the same
 * @param parts how properties of a form or a multipart body are written, where the document says so (OpenAPI 3.1,
 *     4.8.15)
 */
public record HttpBody(
        String mediaType,
        Kind kind,
        @Nullable String argument,
        Properties properties,
        boolean required,
        @Nullable String arrayMediaType,
        Map<String, Part> parts) {
    /**
     * The key in {@code parts} that says how the elements of a body with nameless parts are written, and which range of
     * types a body of bytes may have.
     */
    public static final String ELEMENTS = "";

    /** Copies the parts. */
    public HttpBody {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /**
     * The arguments that are properties of a body.
     *
     * @param names their names
     * @param others whether arguments that are neither parameters nor among these are properties too
     */
    public record Properties(Set<String> names, boolean others) {
        /** Copies the names. */
        public Properties {
            names = Set.copyOf(names);
        }

        /** Returns no properties: the body is one argument. */
        public static Properties none() {
            return new Properties(Set.of(), false);
        }
    }

    /** How a body is written. */
    public enum Kind {
        /** JSON (RFC 8259). */
        JSON,
        /** {@code application/x-www-form-urlencoded}. */
        FORM,
        /** {@code multipart/form-data} (RFC 7578). */
        MULTIPART,
        /** A string, unchanged, in UTF-8: plain text, XML. */
        TEXT,
        /** Bytes, which the argument contains in base64 (RFC 4648, 4). */
        BINARY
    }

    /**
     * The way one property of a form or a multipart body is written.
     *
     * @param contentTypes the part's media types, which may be ranges; none for the default of its value
     * @param style how arrays and objects are spelt in a form, or null if the part is written in its media type
     * @param explode whether each element or property is written separately
     * @param allowReserved whether the reserved characters of RFC 3986, 2.2, are left unencoded
     * @param binary whether the property is a file: base64, or an object of {@code content}, {@code filename} and
     *     {@code type}
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
