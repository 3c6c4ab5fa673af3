package dev.codemode.openapi.internal.http;

import dev.codemode.http.internal.client.Payload;
import dev.codemode.internal.json.Json;
import dev.codemode.jsonschema.internal.words.MediaType;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code multipart/form-data} (RFC 7578): a part for each property, and for each element of an array. An array
 * as the whole body, in another multipart type, has parts without names.
 */
final class Multipart {
    private static final String BYTES = "application/octet-stream";

    private final HttpBody body;
    private final String boundary = "part-" + UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Multipart(HttpBody body) {
        this.body = body;
    }

    static Payload of(HttpBody body, String argument, @Nullable Object value) {
        Multipart multipart = new Multipart(body);
        if (value instanceof List<?> list && !MediaType.plain(body.mediaType()).equals("multipart/form-data")) {
            list.forEach(
                    item -> multipart.addOne(argument, "", item, body.parts().get(HttpBody.ELEMENTS)));
        } else {
            Content.object(argument, value).forEach((name, item) -> multipart.add((String) name, item));
        }
        multipart.out.writeBytes(Content.utf8("--" + multipart.boundary + "--\r\n"));
        return new Payload(body.mediaType() + "; boundary=" + multipart.boundary, multipart.out.toByteArray());
    }

    private void add(String name, @Nullable Object value) {
        if (value == null) {
            return;
        }
        HttpBody.Part part = body.parts().get(name);
        String disposition = "form-data; name=\"" + quoted(name) + "\"";
        if (value instanceof List<?> list && list.stream().noneMatch(item -> item instanceof List)) {
            list.forEach(item -> addOne(name, disposition, item, part));
        } else {
            addOne(name, disposition, value, part);
        }
    }

    private void addOne(String name, String disposition, @Nullable Object value, HttpBody.@Nullable Part part) {
        if (part != null && part.binary()) {
            addFile(name, disposition, value, part);
            return;
        }
        String contentType = part == null ? null : part.contentType();
        if (value instanceof Map || value instanceof List) {
            write(disposition, contentType == null ? "application/json" : contentType, Content.utf8(Json.write(value)));
        } else {
            write(disposition, contentType, Content.utf8(Spelling.plain(value)));
        }
    }

    private void addFile(String name, String disposition, @Nullable Object value, HttpBody.Part part) {
        FileArgument file = FileArgument.of(name, value);
        String type = file.type().isEmpty() ? type(file.filename(), part) : file.type();
        String fileName = file.filename().isEmpty()
                ? FileName.withExtension(name.isEmpty() ? "file" : name, type)
                : file.filename();
        write(
                (disposition.isEmpty() ? "attachment" : disposition) + "; filename=\"" + quoted(fileName) + "\"",
                type,
                file.bytes());
    }

    private static String type(String filename, HttpBody.Part part) {
        String named = filename.isEmpty() ? null : FileName.typeOf(filename, part.contentTypes());
        String usual = part.contentType() == null ? BYTES : part.contentType();
        return named == null ? usual : named;
    }

    private void write(String disposition, @Nullable String contentType, byte[] bytes) {
        String head = "--" + boundary + "\r\n"
                + (disposition.isEmpty() ? "" : "Content-Disposition: " + disposition + "\r\n")
                + (contentType == null ? "" : "Content-Type: " + contentType + "\r\n") + "\r\n";
        out.writeBytes(Content.utf8(head));
        out.writeBytes(bytes);
        out.writeBytes(Content.utf8("\r\n"));
    }

    /** HTML Standard, "multipart form data": characters that would end the name are percent-encoded. */
    private static String quoted(String name) {
        return name.replace("\r", "%0D").replace("\n", "%0A").replace("\"", "%22");
    }
}
