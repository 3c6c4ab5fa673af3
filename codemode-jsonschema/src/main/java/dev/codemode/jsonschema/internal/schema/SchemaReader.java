package dev.codemode.jsonschema.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.References;
import dev.codemode.jsonschema.internal.words.Prose;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas of OpenAPI 2.0 and 3.0 and of JSON Schema 2020-12. Invariant, held by {@code SchemaReaderTest}: what is
 * read accepts every value that the document's schema accepts; keywords that {@link Schema} lacks widen it, and its
 * documentation mentions them. Confined to one thread at a time.
 */
public final class SchemaReader {
    private static final int MAX_DEPTH = 60;

    /** Keywords that {@link Schema} cannot express, but that whoever writes values should know. */
    private static final List<String> TOLD = List.of(
            "not",
            "if",
            "then",
            "else",
            "contains",
            "propertyNames",
            "dependentSchemas",
            "dependentRequired",
            "$dynamicRef");

    /** Keywords that constrain a value in addition to {@code $ref}, {@code allOf}, {@code oneOf} and {@code anyOf}. */
    private static final Set<String> OWN = Set.of(
            "type", "properties", "additionalProperties", "patternProperties", "items", "prefixItems", "enum", "const");

    private final Direction direction;
    private final Types types;
    private final SameValue sameValue;
    private final References references;
    private final Issues issues;
    private final PlainTypes plain;
    private int depth;

    /** The named schema whose value is being read, or null if the schema has no name. */
    private @Nullable Located here;

    SchemaReader(Direction direction, Types types, SameValue sameValue, References references, Issues issues) {
        this.direction = direction;
        this.types = types;
        this.sameValue = sameValue;
        this.references = references;
        this.issues = issues;
        this.plain = new PlainTypes(this, issues);
    }

    /** Returns the schema of another value; the target of its reference becomes a named type, unless it is plain. */
    public Schema read(Located at) {
        Located before = here;
        here = null;
        try {
            return option(at);
        } finally {
            here = before;
        }
    }

    /**
     * Returns the schema of a parameter, whose type other keywords may reveal: most parameters are a string or a
     * number.
     */
    public Schema parameter(Located at) {
        Schema read = read(at);
        Optional<Located> target = read instanceof Schema.UnknownSchema ? references.follow(at) : Optional.empty();
        return target.map(schema -> plain.read(schema, hinted(schema.node()))).orElse(read);
    }

    private static String hinted(JsonNode node) {
        if (List.of("type", "allOf", "oneOf", "anyOf", "enum", "const").stream().anyMatch(node::has)) {
            return "";
        }
        String format = node.path("format").asText();
        if (Set.of("int32", "int64").contains(format)) {
            return "integer";
        }
        boolean number = Set.of("float", "double", "decimal").contains(format)
                || List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf").stream()
                        .anyMatch(node::has);
        boolean text = !format.isEmpty()
                || List.of("pattern", "minLength", "maxLength", "contentEncoding").stream()
                        .anyMatch(node::has);
        return number ? "number" : text ? "string" : "";
    }

    /** Returns the named schema itself: the union of its kinds, if it has any. */
    Schema whole(Located at) {
        List<Discriminators.Kind> kinds = types.discriminators().kinds(at);
        here = at;
        try {
            return kinds.isEmpty() ? inPlace(at) : union(at, kinds);
        } finally {
            here = null;
        }
    }

    private Schema union(Located at, List<Discriminators.Kind> kinds) {
        Located holder = types.discriminators().holder(at).orElse(at);
        String property = Discriminators.property(holder).orElseThrow();
        DiscriminatedUnion union = new DiscriminatedUnion(types.discriminators(), property);
        for (Discriminators.Kind kind : kinds) {
            Schema option = kind.alone() ? types.alone(kind.schema(), direction) : referred(kind.schema());
            union.add(option, kind.schema(), kind.values());
        }
        return union(union.options(), union.discriminator());
    }

    /** Returns the named schema without its kinds and options, as it is when it is a part of one of them. */
    Schema alone(Located at) {
        here = at;
        try {
            List<Schema> parts = new ArrayList<>(List.of(own(at)));
            at.get("allOf").items().forEach(part -> parts.add(part(part)));
            return intersection(parts);
        } finally {
            here = null;
        }
    }

    /** Returns a part of {@code allOf}; one that leads back here is read without its kinds and options. */
    private Schema part(Located at) {
        Located whole = here;
        Optional<Located> target =
                whole == null || at.text("$ref").isEmpty() ? Optional.empty() : references.follow(at);
        if (whole == null || target.isEmpty() || !sameValue.circle(whole, target.get())) {
            return option(at);
        }
        if (target.get().pointer().equals(whole.pointer())) {
            return beside(at, Schema.unknown());
        }
        return beside(at, types.alone(target.get(), direction));
    }

    private Schema beside(Located at, Schema target) {
        boolean more = at.node().properties().stream().anyMatch(entry -> OWN.contains(entry.getKey()));
        return more ? intersection(List.of(target, own(at))) : target;
    }

    /** Returns the schema of the same value. */
    private Schema option(Located at) {
        if (at.text("$ref").isEmpty()) {
            return inPlace(at);
        }
        Schema target = references.follow(at).map(this::referred).orElse(Schema.unknown());
        Schema read = beside(at, target);
        return at.isTrue("nullable") ? Schema.nullable(read) : read;
    }

    private Schema referred(Located target) {
        if (target.parent() == null && target.file().isEmpty()) {
            issues.add(
                    target,
                    "A reference leads to the whole document, which is not a schema. Name the schema that it means.");
            return Schema.unknown();
        }
        return isPlain(target.node()) ? inPlace(target) : types.reference(target, direction);
    }

    /** A name for a plain string or number would cost a model more than it is worth. */
    private static boolean isPlain(JsonNode node) {
        if (!node.isObject()) {
            return true;
        }
        return Set.of("string", "number", "integer", "boolean")
                        .contains(node.path("type").asText())
                && !node.has("enum")
                && !node.has("allOf")
                && !node.has("oneOf")
                && !node.has("anyOf");
    }

    /** Returns the schema itself, not a reference to it. */
    Schema inPlace(Located at) {
        if (at.text("$ref").isPresent()) {
            return references.follow(at).map(this::inPlace).orElse(Schema.unknown());
        }
        if (at.node().isBoolean()) {
            return at.node().booleanValue() ? Schema.unknown() : Schema.never();
        }
        if (!at.isObject()) {
            if (at.exists()) {
                issues.add(at, "A schema must be an object; any value is accepted.");
            }
            return Schema.unknown();
        }
        if (depth >= MAX_DEPTH) {
            issues.add(at, "The schema nests deeper than " + MAX_DEPTH + " levels; any value is accepted below.");
            return Schema.unknown();
        }
        depth++;
        try {
            Schema read = combined(at);
            return at.isTrue("nullable") || at.isTrue("x-nullable") ? Schema.nullable(read) : read;
        } finally {
            depth--;
        }
    }

    private Schema combined(Located at) {
        List<Schema> parts = new ArrayList<>();
        boolean combines =
                at.node().has("allOf") || at.node().has("oneOf") || at.node().has("anyOf");
        if (!combines || at.node().properties().stream().anyMatch(entry -> isOwnBesideParts(at, entry.getKey()))) {
            parts.add(own(at));
        }
        at.get("allOf").items().forEach(part -> parts.add(part(part)));
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (at.node().has(keyword)) {
                parts.add(union(at, at.get(keyword)));
            }
        }
        return intersection(parts);
    }

    /** Next to parts, a mere {@code type: object} says nothing. */
    private static boolean isOwnBesideParts(Located at, String keyword) {
        return OWN.contains(keyword)
                && !(keyword.equals("type")
                        && at.text("type").filter("object"::equals).isPresent());
    }

    private Schema own(Located at) {
        if (at.node().has("const")) {
            return constants(at, List.of(at.node().get("const")));
        }
        JsonNode values = at.node().get("enum");
        if (values != null && values.isArray() && !values.isEmpty()) {
            List<JsonNode> list = new ArrayList<>();
            values.forEach(list::add);
            return constants(at, list);
        }
        JsonNode type = at.node().get("type");
        if (type != null && type.isArray()) {
            List<Schema> options = new ArrayList<>();
            type.forEach(name -> options.add(plain.read(at, name.asText())));
            return union(options, null);
        }
        return plain.read(at, type == null ? inferred(at.node()) : type.asText());
    }

    private static String inferred(JsonNode node) {
        if (node.has("properties") || node.has("additionalProperties") || node.has("patternProperties")) {
            return "object";
        }
        return node.has("items") || node.has("prefixItems") ? "array" : "";
    }

    private Schema constants(Located at, List<JsonNode> values) {
        Set<Object> constants = new LinkedHashSet<>();
        boolean nullable = false;
        for (JsonNode value : values) {
            Optional<Object> constant = constant(at, value);
            if (value.isNull()) {
                nullable = true;
            } else if (constant.isEmpty()) {
                return Schema.unknown();
            } else {
                constants.add(constant.get());
            }
        }
        if (constants.isEmpty()) {
            return nullable ? Schema.nothing() : Schema.unknown();
        }
        Schema schema = Schema.constants(constants.toArray());
        return nullable ? Schema.nullable(schema) : schema;
    }

    /**
     * Returns the value as {@link Schema} holds it, converted to its schema's type: what YAML reads as a boolean or a
     * number may be meant as a string.
     */
    private static Optional<Object> constant(Located at, JsonNode value) {
        boolean text = at.text("type").filter("string"::equals).isPresent();
        if (value.isTextual() || (text && value.isValueNode() && !value.isNull())) {
            return Optional.of(value.asText());
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            return Optional.of(value.longValue());
        }
        boolean finite = value.isNumber() && Double.isFinite(value.doubleValue());
        return finite ? Optional.of(value.doubleValue()) : Optional.empty();
    }

    private Schema union(Located at, Located options) {
        Optional<String> property = Discriminators.property(at);
        if (property.isEmpty()) {
            return union(options.items().stream().map(this::option).toList(), null);
        }
        DiscriminatedUnion union = new DiscriminatedUnion(types.discriminators(), property.get());
        for (Located item : options.items()) {
            union.add(
                    option(item),
                    references.follow(item).orElse(item),
                    types.discriminators().values(at, item));
        }
        return union(union.options(), union.discriminator());
    }

    private static Schema union(List<Schema> options, @Nullable String discriminator) {
        Set<Schema> distinct = new LinkedHashSet<>();
        for (Schema option : options) {
            if (option instanceof Schema.UnionSchema union && union.discriminator() == null) {
                distinct.addAll(union.options());
            } else {
                distinct.add(option);
            }
        }
        if (distinct.isEmpty() || distinct.contains(Schema.unknown())) {
            return Schema.unknown();
        }
        if (discriminator != null && distinct.size() > 1) {
            return new Schema.UnionSchema(List.copyOf(distinct), discriminator);
        }
        return Schema.union(List.copyOf(distinct));
    }

    static Schema intersection(List<Schema> parts) {
        Set<Schema> distinct = new LinkedHashSet<>(parts);
        distinct.remove(Schema.unknown());
        if (distinct.isEmpty()) {
            return Schema.unknown();
        }
        return distinct.size() == 1 ? distinct.iterator().next() : new Schema.IntersectionSchema(List.copyOf(distinct));
    }

    Direction direction() {
        return direction;
    }

    /** Returns whether the property is left out in this direction. */
    boolean isHidden(Located property) {
        String keyword = direction.hiddenKeyword();
        return property.isTrue(keyword)
                || (property.text("$ref").isPresent()
                        && references
                                .follow(property)
                                .filter(target -> target.isTrue(keyword))
                                .isPresent());
    }

    /** Returns the documentation of the schema at this place, only its own words. */
    public Docs docs(Located at, int maxCharacters) {
        String described = at.text("description").or(() -> at.text("title")).orElse("");
        StringBuilder prose = new StringBuilder(Prose.text(described, maxCharacters));
        for (String keyword : TOLD) {
            JsonNode value = at.node().get(keyword);
            Optional<String> json = value == null ? Optional.empty() : Prose.json(value, Prose.LINE);
            json.ifPresent(text -> prose.append(prose.isEmpty() ? "" : " ")
                    .append('(')
                    .append(keyword)
                    .append(' ')
                    .append(text)
                    .append(')'));
        }
        String reason = at.isTrue("deprecated") ? "Not for new code." : "";
        return new Docs(prose.toString(), shown(at.node().get("default")), List.of(), reason);
    }

    private static @Nullable String shown(@Nullable JsonNode value) {
        return value == null || value.isNull()
                ? null
                : Prose.json(value, Prose.LINE).orElse(null);
    }
}
