package dev.codemode.openapi.internal.document;

import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.HttpParameter.Style;
import dev.codemode.openapi.internal.http.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The media types of bodies: which one we send, and how. Confined to one thread at a time. */
final class MediaTypes {
    /** How deeply a schema is looked into for what a body is. */
    private static final int MAX_DEPTH = 8;

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

    /** Returns the body in the media type that loses least: JSON, a form, several parts, text, bytes. A range is what its schema is. */
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
            if (kind(content).compareTo(kind(chosen)) < 0) {
                chosen = content;
            }
        }
        Located found = references.follow(chosen).orElse(chosen);
        HttpBody.Kind kind = kind(chosen);
        String sent = sent(chosen.key(), kind);
        if (!sent.equals(chosen.key().strip()) && !chosen.key().contains("*")) {
            issues.add(chosen, "'" + chosen.key() + "' is no media type; the body is sent as " + sent + ".");
        }
        return Optional.of(new DeclaredOperation.Body(at, required, sent, kind, found.get("schema"), parts(found)));
    }

    /** Returns how a parameter is written in a media type. */
    HttpParameter.Written written(Located content, Located media) {
        HttpBody.Kind kind = kind(content.key(), media.get("schema"));
        boolean any = content.key().contains("*") && kind != HttpBody.Kind.MULTIPART;
        return new HttpParameter.Written(any ? "*/*" : sent(content.key(), kind), parts(media));
    }

    private HttpBody.Kind kind(Located content) {
        Located found = references.follow(content).orElse(content);
        return kind(content.key(), found.get("schema"));
    }

    /** Returns how a body of the media type is written; the schema tells where the type alone does not. */
    HttpBody.Kind kind(String mediaType, Located schema) {
        String plain = MediaType.plain(single(mediaType));
        if (MediaType.isJson(plain)) {
            return HttpBody.Kind.JSON;
        }
        if (plain.equals(MediaType.FORM)) {
            return HttpBody.Kind.FORM;
        }
        if (plain.startsWith("multipart/")) {
            return HttpBody.Kind.MULTIPART;
        }
        if (MediaType.isText(plain)) {
            return HttpBody.Kind.TEXT;
        }
        boolean anything = plain.equals("*/*");
        return switch (content(schema)) {
            case STRUCTURE -> HttpBody.Kind.JSON;
            case BYTES -> HttpBody.Kind.BINARY;
            case UNSAID -> anything ? HttpBody.Kind.JSON : HttpBody.Kind.BINARY;
        };
    }

    private enum Content {
        STRUCTURE,
        BYTES,
        UNSAID
    }

    /** What a schema says of a body whose media type says nothing: objects and lists have no form but JSON. */
    private Content content(Located schema) {
        Located at = references.follow(schema).orElse(schema);
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            String types = at.get("type").node().toString();
            if (types.contains("object")
                    || types.contains("array")
                    || at.get("properties").exists()) {
                return Content.STRUCTURE;
            }
            if (types.contains("string") || types.contains("file")) {
                String format = at.text("format").orElse("");
                boolean bytes = types.contains("file")
                        || Set.of("binary", "byte", "base64").contains(format)
                        || at.get("contentEncoding").exists()
                        || at.get("contentMediaType").exists();
                return bytes ? Content.BYTES : Content.UNSAID;
            }
            Located here = at;
            List<Located> parts = Stream.of("allOf", "oneOf", "anyOf")
                    .flatMap(keyword -> here.get(keyword).items().stream())
                    .toList();
            if (parts.isEmpty()) {
                return Content.UNSAID;
            }
            at = references.follow(parts.get(0)).orElse(parts.get(0));
        }
        return Content.UNSAID;
    }

    /** Returns whether bodies of the media type are JSON. */
    static boolean isJson(String mediaType) {
        return MediaType.isJson(MediaType.plain(single(mediaType)));
    }

    /** A key that lists several types, or gives a subtype alone, means the first, or that of applications. */
    private static String single(String key) {
        String first = first(key);
        return first.contains("/") ? first : "application/" + first;
    }

    /** Returns what goes on the wire for a declared type, which may be a range. */
    static String sent(String mediaType, HttpBody.Kind kind) {
        String single = single(mediaType);
        if (!single.contains("*")) {
            return single;
        }
        return switch (kind) {
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
                            encoding.text("contentType")
                                    .map(MediaTypes::first)
                                    .filter(type -> !type.isEmpty() && !type.contains("*"))
                                    .orElse(null),
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

    private static String first(String mediaTypes) {
        int comma = mediaTypes.indexOf(',');
        return (comma < 0 ? mediaTypes : mediaTypes.substring(0, comma)).strip();
    }
}
