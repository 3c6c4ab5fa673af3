package dev.codemode.openapi.internal.document;

import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.openapi.DocumentOperation;
import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpOperation.SecurityNeed;
import dev.codemode.openapi.internal.http.HttpParameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An operation as the document declares it, whichever version of the specification the document follows. Immutable and
 * thread-safe.
 *
 * @param id how the document names it
 * @param at where it is
 * @param parameters the path's parameters and its own, which replace those of the path
 * @param body the request body in the media type that we send, or null
 * @param responses the responses in the order of the document
 * @param security the alternatives, as in the document
 * @param servers the URLs of its own servers; empty if it uses those of the document
 */
record DeclaredOperation(
        DocumentOperation id,
        Located at,
        List<Parameter> parameters,
        @Nullable Body body,
        List<Response> responses,
        List<List<SecurityNeed>> security,
        List<String> servers) {

    /**
     * A parameter.
     *
     * @param at where it is, with its description
     * @param name its name on the wire
     * @param location where it goes
     * @param required whether a request without it is refused
     * @param notation how its value is written
     * @param schema its schema, which may be missing
     */
    record Parameter(
            Located at,
            String name,
            HttpParameter.Location location,
            boolean required,
            HttpParameter.Notation notation,
            Located schema) {}

    /**
     * A request body.
     *
     * @param at where it is, with its description
     * @param required whether a request without it is refused
     * @param mediaType the media type that we send
     * @param kind how it is written
     * @param schema its schema, which may be missing
     * @param parts how its properties are written, where the document says so; including files
     * @param arrays how the body is sent when it is an array, if in another media type, or null
     */
    record Body(
            Located at,
            boolean required,
            String mediaType,
            HttpBody.Kind kind,
            Located schema,
            Map<String, HttpBody.Part> parts,
            @Nullable Arrays arrays) {}

    /**
     * The form of a body that may also be an array.
     *
     * @param mediaType the media type that we send
     * @param schema the schema, which may be missing
     */
    record Arrays(String mediaType, Located schema) {}

    /**
     * A response.
     *
     * @param at where it is, with its description
     * @param status {@code 200}, {@code 2XX} or {@code default}
     * @param contents the bodies by media type
     * @param headers the headers by name
     */
    record Response(Located at, String status, Map<String, Located> contents, Map<String, Located> headers) {
        boolean succeeds() {
            return status.startsWith("2");
        }
    }
}
