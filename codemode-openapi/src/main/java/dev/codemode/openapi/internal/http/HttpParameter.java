package dev.codemode.openapi.internal.http;

import dev.codemode.internal.json.Json;
import dev.codemode.jsonschema.internal.words.MediaType;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An argument that goes into the path, the query, a header or a cookie (OpenAPI 3.1, 4.8.12). Immutable and
 * thread-safe.
 *
 * @param argument the argument's name
 * @param name the parameter's name on the wire
 * @param location where it goes
 * @param notation how its value is written
 */
public record HttpParameter(String argument, String name, Location location, Notation notation) {
    /**
     * How a value is written.
     *
     * @param style how arrays and objects are spelt
     * @param explode whether each element or property is written separately
     * @param allowReserved whether the reserved characters of RFC 3986, 2.2, are left unencoded
     * @param content the media type that the value is written in, instead of a style, or null
     */
    public record Notation(
            Style style,
            boolean explode,
            boolean allowReserved,
            @Nullable Written content) {
        /** Returns the notation of a value in a style, without any of the options. */
        public static Notation of(Style style) {
            return new Notation(style, false, false, null);
        }
    }

    /**
     * A value that is written in a media type.
     *
     * @param mediaType the media type
     * @param parts how the properties of a form are written, where the document says so (OpenAPI 3.2, 4.15)
     */
    public record Written(String mediaType, Map<String, HttpBody.Part> parts) {
        /** Copies the parts. */
        public Written {
            parts = Map.copyOf(parts);
        }

        /** Returns the value as text: JSON as JSON, a form as pairs, any other text unchanged. */
        String text(String argument, Object value) {
            String plain = MediaType.plain(mediaType);
            if (plain.equals(MediaType.FORM)) {
                return FormText.of(argument, value, parts);
            }
            return MediaType.isJson(plain) ? Json.write(value) : Spelling.plain(value);
        }
    }

    /** The location of a parameter. */
    public enum Location {
        /** Part of the path. */
        PATH,
        /** Part of the query. */
        QUERY,
        /** A header field. */
        HEADER,
        /** A cookie. */
        COOKIE,
        /** The whole query (OpenAPI 3.2, 4.12). */
        QUERYSTRING;

        /** Returns the word of the specification: {@code path}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The style in which a parameter's value is spelt (OpenAPI 3.1, 4.8.12.3). */
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
        /** {@code color=blue%09black}, only in OpenAPI 2.0. */
        TAB_DELIMITED,
        /** {@code color[R]=100&color[G]=200} */
        DEEP_OBJECT
    }
}
