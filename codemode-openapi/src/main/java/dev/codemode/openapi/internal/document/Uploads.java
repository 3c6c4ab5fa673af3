package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.schema.ByteStrings;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.openapi.internal.http.HttpBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the files among the parts of a multipart body, and says how scripts pass them. Confined to one thread at a
 * time.
 */
final class Uploads {
    /** The role of the string: the file itself, or {@code content} of an object. */
    private static final String FILE = "file or content as base64";

    private final References references;
    private final ValueKinds values;

    /** Whether a part without a type is a file (OpenAPI 3.1, 4.8.14.3). */
    private final boolean untyped;

    Uploads(References references, boolean untyped) {
        this.references = references;
        this.values = new ValueKinds(references);
        this.untyped = untyped;
    }

    /** Returns how the properties are written, with the files and media types that the schema names. */
    Map<String, HttpBody.Part> parts(Located schema, Map<String, HttpBody.Part> declared) {
        Map<String, HttpBody.Part> parts = new LinkedHashMap<>(declared);
        values.properties(schema).forEach((name, property) -> {
            HttpBody.Part part = declared.get(name);
            List<String> types =
                    part == null || part.contentTypes().isEmpty() ? mediaType(property) : part.contentTypes();
            if (isFile(property, types)) {
                parts.put(name, new HttpBody.Part(types, null, false, false, true));
            } else if (part == null && !types.isEmpty()) {
                parts.put(name, new HttpBody.Part(types, null, false, false, false));
            }
        });
        Located whole = references.follow(schema).orElse(schema);
        if (values.of(whole).contains(ValueKind.ARRAY) && isFile(whole, mediaType(whole))) {
            parts.put(HttpBody.ELEMENTS, new HttpBody.Part(mediaType(whole), null, false, false, true));
        }
        return parts;
    }

    /** Returns the media type that a schema, or the schema of its elements, gives a text or a file. */
    private List<String> mediaType(Located property) {
        Located at = references.follow(property).orElse(property);
        Located item = references.follow(at.get("items")).orElse(at);
        // An encoded value is text: the media type is that of the bytes that it stands for.
        return Stream.of(at, item)
                .filter(schema -> schema.text("contentEncoding").isEmpty())
                .flatMap(schema -> schema.text("contentMediaType").stream())
                .findFirst()
                .map(List::of)
                .orElse(List.of());
    }

    private boolean isFile(Located property, List<String> types) {
        Located at = references.follow(property).orElse(property);
        Located value =
                values.of(at).contains(ValueKind.ARRAY) && at.get("items").exists() ? at.get("items") : at;
        return isFile(
                references.follow(value).orElse(value), types, values.of(value).isEmpty());
    }

    private boolean isFile(Located at, List<String> types, boolean unsaid) {
        if (unsaid) {
            boolean bytes = !types.isEmpty() && types.stream().noneMatch(Uploads::isReadable);
            boolean media = at.text("contentMediaType").isPresent();
            boolean free = at.node().isBoolean()
                    || List.of("$ref", "allOf", "oneOf", "anyOf", "not", "$dynamicRef").stream()
                            .noneMatch(keyword -> at.node().has(keyword));
            return at.exists() && free && (bytes || media || (untyped && types.isEmpty()));
        }
        return values.of(at).contains(ValueKind.BYTES) && isRaw(at, 0);
    }

    private static boolean isReadable(String mediaType) {
        String plain = MediaType.plain(mediaType);
        return MediaType.isJson(plain) || MediaType.isText(plain);
    }

    /** Returns whether the bytes themselves are sent: with an encoding, their text is sent. */
    private boolean isRaw(Located schema, int depth) {
        Located at = references.follow(schema).orElse(schema);
        String format = at.text("format").orElse("");
        if (format.equals("binary") || at.text("type").orElse("").equals("file")) {
            return true;
        }
        if (at.text("contentMediaType").isPresent()
                && at.text("contentEncoding").isEmpty()) {
            return ByteStrings.matches(at);
        }
        return depth < 8
                && List.of("allOf", "oneOf", "anyOf").stream()
                        .flatMap(keyword -> at.get(keyword).items().stream())
                        .anyMatch(part -> isRaw(part, depth + 1));
    }

    /** Returns how scripts pass a file: its bytes in base64, or these with a name and a media type. */
    static Schema argument(Schema declared) {
        if (declared instanceof Schema.ArraySchema array) {
            return new Schema.ArraySchema(argument(array.items()), array.minItems(), array.maxItems());
        }
        Schema file = Schema.union(List.of(
                Schema.string(FILE),
                Schema.object(List.of(
                        Schema.Property.required("content", Schema.string()),
                        Schema.Property.optional("filename", Schema.string()),
                        Schema.Property.optional("type", Schema.string())))));
        if (declared instanceof Schema.UnionSchema union) {
            Optional<Schema> array = union.options().stream()
                    .filter(Schema.ArraySchema.class::isInstance)
                    .findFirst()
                    .map(Uploads::argument);
            Schema one = array.map(many -> Schema.union(List.of(file, many))).orElse(file);
            return union.options().contains(Schema.nothing()) ? Schema.nullable(one) : one;
        }
        return file;
    }

    /** Returns how scripts pass a body that is a file of one of several types. */
    static Schema typed() {
        return Schema.union(List.of(
                Schema.string(FILE),
                Schema.object(List.of(
                        Schema.Property.required("content", Schema.string()),
                        Schema.Property.optional("type", Schema.string())))));
    }
}
