package dev.codemode.openapi.internal.document;

import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.openapi.internal.http.HttpBody;
import dev.codemode.openapi.internal.http.HttpParameter;
import dev.codemode.openapi.internal.http.HttpParameter.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types of bodies: which one we send, and how. Confined to one thread at a time. */
final class MediaTypes {
    private final References references;
    private final Issues issues;
    private final BodyChoice choice;
    private final ValueKinds values;
    private final Uploads uploads;

    MediaTypes(References references, Uploads uploads, Issues issues) {
        this.references = references;
        this.issues = issues;
        this.uploads = uploads;
        this.choice = new BodyChoice(issues);
        this.values = new ValueKinds(references);
    }

    /** Returns the schemas of the bodies by media type. */
    Map<String, Located> contents(Located holder) {
        Map<String, Located> contents = new LinkedHashMap<>();
        for (Located content : holder.get("content").members()) {
            references.follow(content).ifPresent(found -> {
                contents.put(content.key(), schema(found));
            });
        }
        return contents;
    }

    /** Returns the body in one of the media types of its content. */
    Optional<DeclaredOperation.Body> body(Located at, boolean required) {
        List<Offer> offers = new ArrayList<>();
        for (Located content : at.get("content").members()) {
            Located media = references.follow(content).orElse(content);
            offers.add(offer(content.key(), content, media, schema(media)));
        }
        if (offers.isEmpty()) {
            if (at.get("content").exists()) {
                issues.add(at, "A request body has no content; it was left out.");
            }
            return Optional.empty();
        }
        return Optional.of(choice.of(at, required, offers));
    }

    /** Returns the body of OpenAPI 2.0 in one of the media types that the operation consumes. */
    DeclaredOperation.Body body(Located at, boolean required, List<String> consumes, Located schema) {
        return choice.of(
                at,
                required,
                consumes.stream()
                        .map(type -> offer(type, at, at.get("encoding"), schema))
                        .toList());
    }

    private Offer offer(String key, Located at, Located media, Located schema) {
        HttpBody.Kind kind = kind(key, schema);
        String sent = sent(key, kind);
        if (!sent.equals(key.strip()) && !key.contains("*")) {
            issues.add(at, "'" + key + "' is not a media type; the body is sent as " + sent + ".");
        }
        Map<String, HttpBody.Part> parts = parts(media);
        boolean several = kind == HttpBody.Kind.MULTIPART;
        if (kind == HttpBody.Kind.BINARY && key.contains("*")) {
            parts.put(HttpBody.ELEMENTS, new HttpBody.Part(List.of(key), null, false, false, true));
        }
        return new Offer(at, sent, kind, schema, values.of(schema), several ? uploads.parts(schema, parts) : parts);
    }

    private static Located schema(Located media) {
        return media.get("schema").exists() ? media.get("schema") : media.get("itemSchema");
    }

    /** Returns how a parameter is written in a media type. */
    HttpParameter.Written written(Located content, Located media) {
        HttpBody.Kind kind = kind(content.key(), media.get("schema"));
        boolean any = content.key().contains("*") && kind != HttpBody.Kind.MULTIPART;
        return new HttpParameter.Written(any ? "*/*" : sent(content.key(), kind), parts(media));
    }

    /** Returns how a body of the media type is written; the schema decides where the type does not. */
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
        Set<ValueKind> kinds = values.of(schema);
        // Objects and arrays can only be written as JSON.
        if (kinds.contains(ValueKind.OBJECT) || kinds.contains(ValueKind.ARRAY)) {
            return HttpBody.Kind.JSON;
        }
        return anything && !kinds.contains(ValueKind.BYTES) ? HttpBody.Kind.JSON : HttpBody.Kind.BINARY;
    }

    /** Returns whether bodies of the media type are JSON. */
    static boolean isJson(String mediaType) {
        return MediaType.isJson(MediaType.plain(single(mediaType)));
    }

    /**
     * A key that lists several types means the first; one that gives only a subtype means that subtype of
     * {@code application}.
     */
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
                            list(encoding.text("contentType").orElse("")),
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

    private static List<String> list(String mediaTypes) {
        return Arrays.stream(mediaTypes.split(",", -1))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private static String first(String mediaTypes) {
        int comma = mediaTypes.indexOf(',');
        return (comma < 0 ? mediaTypes : mediaTypes.substring(0, comma)).strip();
    }
}
