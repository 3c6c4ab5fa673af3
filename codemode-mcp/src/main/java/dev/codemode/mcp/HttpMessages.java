package dev.codemode.mcp;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the transport needs from HTTP requests, and writes errors. */
final class HttpMessages {
    static final String SESSION = "Mcp-Session-Id";
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";

    private HttpMessages() {}

    static McpRequest describe(HttpServletRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name, Collections.list(request.getHeaders(name)));
        }
        return new McpRequest(
                McpRequest.Transport.HTTP,
                headers,
                request.getRemoteAddr(),
                Optional.ofNullable(request.getUserPrincipal()),
                Optional.ofNullable(request.getHeader(SESSION)));
    }

    /** Refuses a version that the server does not speak; without the header the protocol assumes an old one. */
    static void requireKnownVersion(HttpServletRequest request) {
        // The SDK does not look at the header: github.com/modelcontextprotocol/java-sdk/issues/957.
        String version = request.getHeader("MCP-Protocol-Version");
        if (version != null && !Sessions.PROTOCOL_VERSIONS.contains(version)) {
            throw Refusal.badRequest("The MCP-Protocol-Version header must be one of "
                    + String.join(", ", Sessions.PROTOCOL_VERSIONS) + ".");
        }
    }

    /** Refuses other bodies than JSON; a web page could send those without asking first. */
    static void requireJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON)) {
            throw new Refusal(415, RpcError.invalid("The Content-Type header must be " + JSON + "."));
        }
    }

    /** Refuses a client that would not understand the answer. A missing header accepts all (RFC 9110, 12.5.1). */
    static void requireAccepted(HttpServletRequest request, String... types) {
        List<String> accepted = Collections.list(request.getHeaders("Accept")).stream()
                .flatMap(value -> List.of(value.toLowerCase(Locale.ROOT).split(",")).stream())
                .map(value -> value.split(";", 2)[0].strip())
                .toList();
        if (!accepted.isEmpty() && !accepted.contains("*/*") && !accepted.containsAll(List.of(types))) {
            throw new Refusal(
                    406, RpcError.invalid("The Accept header must allow " + String.join(" and ", types) + "."));
        }
    }

    static byte[] body(HttpServletRequest request, int maxBytes) throws IOException {
        boolean tooLarge = request.getContentLengthLong() > maxBytes;
        // One byte more than allowed tells a body at the limit from one over it.
        byte[] body = tooLarge
                ? new byte[0]
                : request.getInputStream().readNBytes((int) Math.min(maxBytes + 1L, Integer.MAX_VALUE));
        if (tooLarge || body.length > maxBytes) {
            throw new Refusal(413, RpcError.invalid("The message is larger than " + maxBytes + " bytes."));
        }
        return body;
    }

    static void write(HttpServletResponse response, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(JSON);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    static void refuse(HttpServletResponse response, JsonRpc json, int status, @Nullable Object id, RpcError error)
            throws IOException {
        response.reset();
        switch (status) {
            case 401 -> response.setHeader("WWW-Authenticate", "Bearer");
            case 405 -> response.setHeader("Allow", "GET, POST, DELETE");
            case 503 -> response.setHeader("Retry-After", "30");
            default -> {}
        }
        write(response, status, json.error(id, error));
    }
}
