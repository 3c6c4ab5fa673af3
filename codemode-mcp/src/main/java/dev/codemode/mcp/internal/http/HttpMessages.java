package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Checks what HTTP itself requires of requests, and writes errors. */
final class HttpMessages {
    static final String SESSION = "Mcp-Session-Id";
    static final String JSON = "application/json";
    static final String EVENTS = "text/event-stream";
    private static final List<String> METHODS = List.of("GET", "POST", "DELETE");

    private HttpMessages() {}

    static void requireMethod(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) {
            throw new Refusal(405, RpcError.invalid("The method must be GET, POST or DELETE."));
        }
    }

    /** Refuses bodies other than JSON; a web page could send those without a preflight request. */
    static void requireJson(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null
                || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON)) {
            throw new Refusal(415, RpcError.invalid("The Content-Type header must be " + JSON + "."));
        }
    }

    /** Refuses a client that would not understand the answer. */
    static void requireAccepted(HttpServletRequest request, String... types) {
        MediaRanges accepted = new MediaRanges(Collections.list(request.getHeaders("Accept")));
        if (!Stream.of(types).allMatch(accepted::allow)) {
            throw new Refusal(
                    406, RpcError.invalid("The Accept header must allow " + String.join(" and ", types) + "."));
        }
    }

    /** Refuses a body whose declared length is too large. */
    static void requireLength(HttpServletRequest request, int maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
    }

    static Refusal tooLarge(int maxBytes) {
        return new Refusal(413, RpcError.invalid("The message is larger than " + maxBytes + " bytes."));
    }

    static void write(HttpServletResponse response, int status, String body) throws IOException {
        write(response, status, JSON, body);
    }

    private static void write(HttpServletResponse response, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** Writes a refusal. What the client still sends is not read, so the connection ends with the answer. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, JsonRpc json, Refusal refusal)
            throws IOException {
        response.reset();
        switch (refusal.status()) {
            case 401 -> response.setHeader("WWW-Authenticate", "Bearer");
            case 405 -> response.setHeader("Allow", String.join(", ", METHODS));
            case 503 -> response.setHeader("Retry-After", "5");
            default -> {}
        }
        // HTTP/2 does not have this header (RFC 9113, section 8.2.2).
        if (hasUnreadBody(request) && request.getProtocol().startsWith("HTTP/1")) {
            response.setHeader("Connection", "close");
        }
        if (refusal.answered()) {
            write(response, refusal.status(), json.error(refusal.id(), refusal.error()));
        } else {
            // An HTTP request always has a response; this one is not an answer in the sense of JSON-RPC.
            write(
                    response,
                    refusal.status(),
                    "text/plain;charset=utf-8",
                    refusal.error().message());
        }
    }

    /** Returns whether the client may still be sending. */
    static boolean hasUnreadBody(HttpServletRequest request) throws IOException {
        boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
        // Taking the stream asks a client that waits for its body.
        return hasBody
                && (waitsForContinue(request) || !request.getInputStream().isFinished());
    }

    /** Returns whether the client sends its body only when the server asks for it (RFC 9110, section 10.1.1). */
    static boolean waitsForContinue(HttpServletRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
    }
}
