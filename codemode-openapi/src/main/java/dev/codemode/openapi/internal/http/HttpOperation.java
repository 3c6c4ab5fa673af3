package dev.codemode.openapi.internal.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation on the wire (OpenAPI 3.1, 4.8.10). Immutable and thread-safe.
 *
 * @param method the request method, in capitals
 * @param server what precedes the path: scheme, host, port and a path without a trailing slash; no query
 * @param path the path template, beginning with a slash: {@code /repos/{owner}/{repo}}
 * @param parameters the parameters, each an argument, in the order of the document
 * @param body how the other arguments become a body, or null if the operation has no request body
 * @param answers the responses that the document declares, and what of them goes into the result
 * @param security the alternatives, in order, each the schemes that it needs together; empty if none is needed
 */
public record HttpOperation(
        String method,
        URI server,
        PathTemplate path,
        List<HttpParameter> parameters,
        @Nullable HttpBody body,
        Answers answers,
        List<List<SecurityNeed>> security) {
    /** Copies the lists. */
    public HttpOperation {
        parameters = List.copyOf(parameters);
        security = security.stream().map(List::copyOf).toList();
    }

    /**
     * What an operation answers.
     *
     * @param responses the responses that the document declares
     * @param headers names of response headers that go into the result; if there are any, the result is an object of
     *     {@code data}, the body, and {@code headers}, under these names as spelt here; otherwise it is the body
     */
    public record Answers(List<HttpResponse> responses, List<String> headers) {
        /** Copies the lists. */
        public Answers {
            responses = List.copyOf(responses);
            headers = List.copyOf(headers);
        }
    }

    /** Returns the parameter of this name on the wire in that location, if there is one. */
    Optional<HttpParameter> parameter(String name, HttpParameter.Location location) {
        for (HttpParameter parameter : parameters) {
            if (parameter.location() == location && parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }

    /**
     * A security scheme that a request needs (OpenAPI 3.1, 4.8.30).
     *
     * @param scheme the scheme's name in the document
     * @param scopes the scopes that it needs, for OAuth 2
     */
    public record SecurityNeed(String scheme, List<String> scopes) {
        /** Copies the scopes. */
        public SecurityNeed {
            scopes = List.copyOf(scopes);
        }
    }
}
