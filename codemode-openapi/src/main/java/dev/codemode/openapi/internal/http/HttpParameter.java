package dev.codemode.openapi.internal.http;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An argument that goes into the path, the query, a header or a cookie (OpenAPI 3.1, 4.8.12). Immutable and thread-safe.
 *
 * @param argument the argument's name
 * @param name the parameter's name on the wire
 * @param location where it goes
 * @param style how arrays and objects are spelt
 * @param explode whether each element or property has a part of its own
 * @param allowReserved whether the reserved characters of RFC 3986, 2.2, stay as they are
 * @param contentType the media type that the value is written in, in place of a style, or null
 */
public record HttpParameter(
        String argument,
        String name,
        Location location,
        Style style,
        boolean explode,
        boolean allowReserved,
        @Nullable String contentType) {

    /** Where a parameter goes. */
    public enum Location {
        /** Part of the path. */
        PATH,
        /** Part of the query. */
        QUERY,
        /** A header field. */
        HEADER,
        /** A cookie. */
        COOKIE;

        /** Returns the word of the specification: {@code path}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a parameter's value is spelt (OpenAPI 3.1, 4.8.12.3). */
    public enum Style {
        /** {@code ;color=blue,black} */
        MATRIX,
        /** {@code .blue.black} */
        LABEL,
        /** {@code color=blue,black} */
        FORM,
        /** {@code blue,black} */
        SIMPLE,
        /** {@code color=blue%20black} */
        SPACE_DELIMITED,
        /** {@code color=blue%7Cblack} */
        PIPE_DELIMITED,
        /** {@code color=blue%09black}, of OpenAPI 2.0 alone. */
        TAB_DELIMITED,
        /** {@code color[R]=100&color[G]=200} */
        DEEP_OBJECT
    }
}
