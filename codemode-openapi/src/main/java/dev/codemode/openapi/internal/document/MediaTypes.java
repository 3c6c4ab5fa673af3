package dev.codemode.openapi.internal.document;

import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpParameter.Style;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The media types of bodies: which one we send, and how. Confined to one thread at a time. */
final class MediaTypes {
    private final References references;
    private final Issues issues;

    MediaTypes(References references, Issues issues) {
        this.references = references;
        this.issues = issues;
    }

    /** Returns the schemas of the bodies by media type. */
    Map<String, Located> contents(Located holder) {
        Map<String, Located> contents = new LinkedHashMap<>();
        for (Located content : holder.get("content").members()) {
            references.follow(content).ifPresent(found -> {
                Located schema = found.get("schema").exists() ? found.get("schema") : found.get("itemSchema");
                contents.put(content.key(), schema);
            });
        }
        return contents;
    }

    /** Returns the body in the media type that loses least: JSON, a form, several parts, text, bytes. */
    Optional<DeclaredOperation.Body> body(Located at, boolean required) {
        List<Located> contents = at.get("content").members();
        if (contents.isEmpty()) {
            if (at.get("content").exists()) {
                issues.add(at, "A request body has no content; it was left out.");
            }
            return Optional.empty();
        }
        Located chosen = contents.get(0);
        for (Located content : contents) {
            if (kind(content.key()).compareTo(kind(chosen.key())) < 0) {
                chosen = content;
            }
        }
        Located found = references.follow(chosen).orElse(chosen);
        return Optional.of(new DeclaredOperation.Body(
                at, required, sent(chosen.key()), kind(chosen.key()), found.get("schema"), parts(found)));
    }

    /** Returns how a body of the media type is written. */
    static HttpBody.Kind kind(String mediaType) {
        String plain = plain(mediaType);
        if (isJson(plain) || plain.equals("*/*")) {
            return HttpBody.Kind.JSON;
        }
        return switch (plain) {
            case "application/x-www-form-urlencoded" -> HttpBody.Kind.FORM;
            case "application/xml",
                    "application/yaml",
                    "application/javascript",
                    "application/graphql",
                    "application/sdp",
                    "application/x-ndjson",
                    "application/jsonl",
                    "application/json-lines" -> HttpBody.Kind.TEXT;
            default -> plain.startsWith("multipart/") ? HttpBody.Kind.MULTIPART : textOrBinary(plain);
        };
    }

    private static HttpBody.Kind textOrBinary(String plain) {
        boolean text = plain.startsWith("text/") || plain.endsWith("+xml") || plain.endsWith("+yaml");
        return text ? HttpBody.Kind.TEXT : HttpBody.Kind.BINARY;
    }

    /** Returns whether bodies of the media type are JSON. */
    static boolean isJson(String mediaType) {
        String plain = plain(mediaType);
        return plain.equals("application/json") || plain.endsWith("+json") || plain.equals("text/json");
    }

    private static String plain(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** Returns what goes on the wire for a declared type, which may be a range. */
    private static String sent(String mediaType) {
        if (!mediaType.contains("*")) {
            return mediaType.strip();
        }
        return switch (kind(mediaType)) {
            case JSON -> "application/json";
            case MULTIPART -> "multipart/form-data";
            case TEXT -> "text/plain";
            default -> "application/octet-stream";
        };
    }

    /** Reads encoding objects (OpenAPI 3.1, 4.8.15). */
    private Map<String, HttpBody.Part> parts(Located content) {
        Map<String, HttpBody.Part> parts = new LinkedHashMap<>();
        for (Located encoding : content.get("encoding").members()) {
            String style = encoding.text("style").orElse("");
            boolean styled = !style.isEmpty() || encoding.get("explode").exists();
            Style read = styled ? style(style) : null;
            boolean explode = encoding.get("explode").exists() ? encoding.isTrue("explode") : read == Style.FORM;
            parts.put(
                    encoding.key(),
                    new HttpBody.Part(
                            encoding.text("contentType").map(MediaTypes::first).orElse(null),
                            read,
                            explode,
                            encoding.isTrue("allowReserved"),
                            false));
        }
        return parts;
    }

    private static @Nullable Style style(String style) {
        return switch (style) {
            case "spaceDelimited" -> Style.SPACE_DELIMITED;
            case "pipeDelimited" -> Style.PIPE_DELIMITED;
            case "deepObject" -> Style.DEEP_OBJECT;
            default -> Style.FORM;
        };
    }

    /** Returns the first of several media types that a part may have, if it is no range. */
    private static @Nullable String first(String mediaTypes) {
        String first = mediaTypes.split(",", -1)[0].strip();
        return first.isEmpty() || first.contains("*") ? null : first;
    }
}
