package dev.codemode.openapi.internal.document;

import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.schema.Types;
import dev.codemode.jsonschema.internal.words.MediaType;
import dev.codemode.jsonschema.internal.words.Prose;
import dev.codemode.openapi.internal.http.HttpBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Narrows what a document declares to what a form or a multipart body can hold: objects; for a form also a text that is
 * already a form; for parts without names, arrays. Confined to one thread at a time.
 */
final class FormShape {
    private static final int MAX_DEPTH = 8;

    private final Types types;
    private final ValueKinds values;
    private final Issues issues;

    FormShape(Types types, References references, Issues issues) {
        this.types = types;
        this.values = new ValueKinds(references);
        this.issues = issues;
    }

    /**
     * Returns what can be sent.
     *
     * @param at where the body is
     * @param mediaType the media type that it is sent in
     * @param declared what the document declares about it
     * @param read the same, as it was read
     */
    Schema of(Located at, String mediaType, Located declared, Schema read) {
        boolean form = MediaType.plain(mediaType).equals(MediaType.FORM);
        boolean arrays = !form && !MediaType.plain(mediaType).equals("multipart/form-data");
        Set<ValueKind> kinds = values.of(declared);
        if (kinds.isEmpty()) {
            Schema object = Schema.map(Schema.unknown());
            return !(read instanceof Schema.UnknownSchema)
                    ? read
                    : form ? Schema.union(List.of(object, Schema.string())) : object;
        }
        if (kinds.contains(ValueKind.OBJECT) || (arrays && kinds.contains(ValueKind.ARRAY))) {
            return narrowed(read, form, arrays, 0);
        }
        if (form && !kinds.equals(Set.of(ValueKind.ARRAY))) {
            return Schema.string();
        }
        String found = kinds.contains(ValueKind.ARRAY) ? "an array" : "a single value";
        issues.add(
                at,
                "It is declared as " + found + ", which " + Prose.line(mediaType, 80)
                        + " cannot hold. It is sent as an object, each property as a field. Declare it as an object, or"
                        + " offer application/json.");
        return Schema.map(Schema.unknown());
    }

    /** Returns whether a body is narrowed at all. */
    static boolean applies(HttpBody.Kind kind) {
        return kind == HttpBody.Kind.FORM || kind == HttpBody.Kind.MULTIPART;
    }

    private Schema narrowed(Schema schema, boolean text, boolean arrays, int depth) {
        if (schema instanceof Schema.ReferenceSchema reference && depth < MAX_DEPTH && !types.hasKinds(reference)) {
            Schema whole = types.schema(reference);
            Schema narrowed = narrowed(whole, text, arrays, depth + 1);
            return narrowed.equals(whole) ? schema : narrowed;
        }
        if (!(schema instanceof Schema.UnionSchema union) || union.discriminator() != null) {
            return schema;
        }
        List<Schema> options = new ArrayList<>(union.options());
        options.removeIf(option -> !isHeld(option, text, arrays));
        return options.isEmpty() || options.size() == union.options().size() ? schema : Schema.union(options);
    }

    private boolean isHeld(Schema option, boolean text, boolean arrays) {
        Schema schema = option instanceof Schema.ReferenceSchema reference ? types.schema(reference) : option;
        return !(schema instanceof Schema.NumberSchema
                || schema instanceof Schema.BooleanSchema
                || (schema instanceof Schema.StringSchema && !text)
                || (schema instanceof Schema.ConstantSchema && !text)
                || ((schema instanceof Schema.ArraySchema || schema instanceof Schema.TupleSchema) && !arrays));
    }
}
