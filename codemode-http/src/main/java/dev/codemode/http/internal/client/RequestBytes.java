package dev.codemode.http.internal.client;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes a request as HTTP/1.1 (RFC 9112). Invariant, held by {@code RequestBytesTest}: no part of a request ends the
 * line that it stands in, so what is sent is one request with the fields that it names. Holds no state.
 */
final class RequestBytes {
    /** Fields that say where a message ends or what becomes of its connection: the client's own. */
    private static final Set<String> OWN = own();

    private RequestBytes() {}

    private static Set<String> own() {
        Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        own.addAll(List.of(
                "Connection", "Content-Length", "Expect", "Host", "TE", "Trailer", "Transfer-Encoding", "Upgrade"));
        return Collections.unmodifiableSet(own);
    }

    /**
     * Returns the request's bytes.
     *
     * @throws IllegalArgumentException if a field's name or value has no place in a request
     */
    static byte[] of(BoundedClient.Request request) {
        byte[] head = head(request).getBytes(StandardCharsets.ISO_8859_1);
        Payload content = request.content();
        if (content == null) {
            return head;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream(head.length + content.bytes().length);
        all.writeBytes(head);
        all.writeBytes(content.bytes());
        return all.toByteArray();
    }

    private static String head(BoundedClient.Request request) {
        StringBuilder head = new StringBuilder(512);
        URI uri = ascii(request.uri());
        head.append(HeadText.token(request.method())).append(' ').append(target(uri));
        head.append(" HTTP/1.1\r\nHost: ").append(authority(uri)).append("\r\n");
        Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(request.headers());
        Payload content = request.content();
        if (content != null) {
            fields.put("Content-Type", content.contentType());
        }
        fields.forEach((name, value) -> field(head, name, value));
        if (content != null) {
            head.append("Content-Length: ").append(content.bytes().length).append("\r\n");
        } else if (!Methods.hasNoContent(request.method())) {
            head.append("Content-Length: 0\r\n");
        }
        return head.append("\r\n").toString();
    }

    private static void field(StringBuilder head, String name, String value) {
        if (OWN.contains(HeadText.token(name))) {
            throw new IllegalArgumentException("The client itself writes the field " + name + ".");
        }
        head.append(name).append(": ").append(HeadText.sent(name, value)).append("\r\n");
    }

    /** A URI may have characters of any script, which a request has in percent-encoded UTF-8 (RFC 3987, 3.1). */
    private static URI ascii(URI uri) {
        return HeadText.isAscii(uri.toString()) ? uri : URI.create(uri.toASCIIString());
    }

    private static String target(URI uri) {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static String authority(URI uri) {
        boolean usual = uri.getPort() < 0 || uri.getPort() == PlainConnection.USUAL_PORT;
        return usual ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }
}
