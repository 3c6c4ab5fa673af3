package dev.codemode.openapi.internal.document;

import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.openapi.internal.http.HttpBody;
import java.util.Map;
import java.util.Set;

/**
 * A media type that a document offers for a body. Immutable and thread-safe.
 *
 * @param at where it is
 * @param mediaType the type as it goes on the wire
 * @param kind how it is written
 * @param schema the schema of the body, which may be missing
 * @param values the kinds of values that the schema may have; none if it says nothing about them
 * @param parts how properties are written, where the document says so; including files
 */
record Offer(
        Located at,
        String mediaType,
        HttpBody.Kind kind,
        Located schema,
        Set<ValueKind> values,
        Map<String, HttpBody.Part> parts) {
    private static final String JSON_PATCH = "application/json-patch+json";

    boolean hasFiles() {
        return kind == HttpBody.Kind.MULTIPART && parts.values().stream().anyMatch(HttpBody.Part::binary);
    }

    /**
     * Returns whether some value of the schema can be written: forms take objects, or a text that is already a form.
     */
    boolean isSendable() {
        return values.isEmpty()
                || switch (kind) {
                    case FORM -> !values.equals(Set.of(ValueKind.ARRAY));
                    case MULTIPART ->
                        values.contains(ValueKind.OBJECT) || (holdsArrays() && values.contains(ValueKind.ARRAY));
                    case JSON -> !isJsonPatch() || values.contains(ValueKind.ARRAY);
                    case TEXT, BINARY -> true;
                };
    }

    /** Returns whether elements may be parts: the parts of a form have names (RFC 7578, 4.2). */
    private boolean holdsArrays() {
        return !plain().equals("multipart/form-data");
    }

    /** Returns whether the body can only be an array. */
    boolean isArray() {
        return kind == HttpBody.Kind.JSON
                && (values.equals(Set.of(ValueKind.ARRAY)) || (isJsonPatch() && values.isEmpty()));
    }

    /** Returns whether the body cannot be an array. */
    boolean isNoArray() {
        boolean patch = plain().contains("merge-patch");
        return kind == HttpBody.Kind.JSON && (values.isEmpty() ? patch : !values.contains(ValueKind.ARRAY));
    }

    /** A JSON patch is an array of changes (RFC 6902, 3). */
    private boolean isJsonPatch() {
        return plain().equals(JSON_PATCH);
    }

    /** Returns a number that is lower for types that lose less: files, JSON, a form, multipart, text, bytes. */
    int rank() {
        int rank = switch (kind) {
            case JSON -> plain().endsWith("/json") ? 1 : isJsonPatch() ? 4 : plain().contains("patch+") ? 3 : 2;
            case FORM -> 5;
            case MULTIPART -> hasFiles() ? 0 : 6;
            case TEXT -> 7;
            case BINARY -> 8;
        };
        return isSendable() ? rank : rank + 10;
    }

    private String plain() {
        return MediaType.plain(mediaType);
    }
}
