package dev.codemode.openapi.internal.http;

import java.util.List;
import java.util.Set;

/**
 * A response that the document declares (OpenAPI 3.1, 4.8.17). Immutable and thread-safe.
 *
 * @param status {@code 200}, {@code 4XX} or {@code default}
 * @param mediaTypes the declared media types, which may be ranges
 * @param fields the properties of a JSON object that the document declares, to be shown if the response is an error
 * @param bytes whether the document declares bytes, which scripts get as base64, whatever the server calls them
 * @param text whether the document declares only a string: any other JSON is then returned as its text
 */
public record HttpResponse(String status, List<String> mediaTypes, Set<String> fields, boolean bytes, boolean text) {
    /** Copies the collections. */
    public HttpResponse {
        mediaTypes = List.copyOf(mediaTypes);
        fields = Set.copyOf(fields);
    }
}
