package dev.codemode.openapi.internal.http;

import dev.codemode.internal.Json;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes {@code multipart/form-data} (RFC 7578): a part for each property, and for each element of an array. */
final class Multipart {
    private final HttpBody body;
    private final String boundary = "part-" + UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Multipart(HttpBody body) {
        this.body = body;
    }

    static Content of(HttpBody body, Map<?, ?> properties) {
        Multipart multipart = new Multipart(body);
        properties.forEach((name, value) -> multipart.add((String) name, value));
        multipart.out.writeBytes(Content.utf8("--" + multipart.boundary + "--\r\n"));
        return new Content(body.mediaType() + "; boundary=" + multipart.boundary, multipart.out.toByteArray());
    }

    private void add(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        HttpBody.Part part = body.parts().get(name);
        if (value instanceof List<?> list && list.stream().noneMatch(item -> item instanceof List)) {
            list.forEach(item -> addOne(name, item, part));
        } else {
            addOne(name, value, part);
        }
    }

    private void addOne(String name, @Nullable Object value, HttpBody.@Nullable Part part) {
        String contentType = part == null ? null : part.contentType();
        if (part != null && part.binary()) {
            String type = contentType == null ? "application/octet-stream" : contentType;
            write(name, "; filename=\"" + quoted(name) + "\"", type, Content.bytes(name, value));
        } else if (value instanceof Map || value instanceof List) {
            write(name, "", contentType == null ? "application/json" : contentType, Content.utf8(Json.write(value)));
        } else {
            write(name, "", contentType, Content.utf8(Spelling.plain(value)));
        }
    }

    private void write(String name, String file, @Nullable String contentType, byte[] bytes) {
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + quoted(name) + "\"" + file
                + "\r\n" + (contentType == null ? "" : "Content-Type: " + contentType + "\r\n") + "\r\n";
        out.writeBytes(Content.utf8(head));
        out.writeBytes(bytes);
        out.writeBytes(Content.utf8("\r\n"));
    }

    /** HTML Standard, "multipart form data": what would end the name is percent-encoded. */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
