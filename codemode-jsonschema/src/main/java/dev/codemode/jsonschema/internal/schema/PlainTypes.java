package dev.codemode.jsonschema.internal.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.words.Prose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads schemas of one {@code type}. Confined to one thread at a time. */
final class PlainTypes {
    /** The format of an argument with the bytes of a file. */
    static final String FILE = "file as base64";

    private static final int MAX_PATTERN = 200;

    /** An expression as written in Perl, PHP and JavaScript code; with anchors inside, it would match nothing. */
    private static final Pattern DELIMITED =
            Pattern.compile("([/#~@%!])(\\^.*|.*(?<!\\\\)\\$)\\1([a-zA-Z]*)", Pattern.DOTALL);

    private static final Pattern POSIX = Pattern.compile("\\[\\[?:\\^?[a-z]+:\\]");

    private final SchemaReader reader;
    private final Issues issues;

    PlainTypes(SchemaReader reader, Issues issues) {
        this.reader = reader;
        this.issues = issues;
    }

    Schema read(Located at, String type) {
        return switch (type) {
            case "null" -> Schema.nothing();
            case "boolean" -> Schema.bool();
            case "integer" -> number(at, Schema.integer());
            case "number" -> number(at, Schema.number());
            case "string" -> string(at);
            case "file" -> Schema.string(reader.direction() == Direction.REQUEST ? FILE : "base64");
            case "array" -> array(at);
            case "object" -> object(at);
            case "", "any" -> Schema.unknown();
            default -> {
                issues.add(
                        at,
                        "The type '" + Prose.line(type, 40)
                                + "' is not a type of JSON Schema; any value is accepted. Use string, number, integer, boolean,"
                                + " array or object.");
                yield Schema.unknown();
            }
        };
    }

    private static Schema number(Located at, Schema.NumberSchema base) {
        JsonNode node = at.node();
        BigDecimal step = decimal(node.get("multipleOf"));
        return new Schema.NumberSchema(
                base.kind(),
                bound(node, "minimum", "exclusiveMinimum"),
                bound(node, "maximum", "exclusiveMaximum"),
                step == null || step.signum() <= 0 ? null : step);
    }

    /** Reads both forms: {@code exclusiveMinimum} is a flag in OpenAPI 3.0 and a bound in JSON Schema 2020-12. */
    private static Schema.@Nullable Bound bound(JsonNode node, String inclusive, String exclusive) {
        BigDecimal end = decimal(node.get(inclusive));
        BigDecimal open = decimal(node.get(exclusive));
        if (open != null) {
            return new Schema.Bound(open, false);
        }
        return end == null ? null : new Schema.Bound(end, !node.path(exclusive).asBoolean(false));
    }

    private static @Nullable BigDecimal decimal(@Nullable JsonNode value) {
        if (value == null || !value.isNumber()) {
            return null;
        }
        BigDecimal decimal = value.decimalValue();
        // Bounds such as 1e400 limit nothing, and would fill a line when shown.
        return Math.abs((long) decimal.precision() - decimal.scale()) > 30 ? null : decimal;
    }

    private Schema string(Located at) {
        if (reader.direction() == Direction.REQUEST && ByteStrings.isRaw(at)) {
            return Schema.string(FILE);
        }
        String format = at.text("format").or(() -> at.text("contentEncoding")).orElse("");
        return new Schema.StringSchema(
                format.isEmpty() || !Prose.presentable(format, 40) ? null : format,
                count(at.node().get("minLength")),
                count(at.node().get("maxLength")),
                pattern(at, at.text("pattern").orElse("")));
    }

    /** Returns a pattern of ECMA-262, or null if there is none that can be checked. */
    private @Nullable String pattern(Located at, String pattern) {
        if (POSIX.matcher(pattern).find()) {
            issues.add(
                    at,
                    "The pattern has a POSIX class such as [:alpha:], which ECMA-262 does not have; it was left out.");
            return null;
        }
        Matcher delimited = DELIMITED.matcher(pattern);
        if (!delimited.matches()) {
            return pattern.isEmpty() || !Prose.presentable(pattern, MAX_PATTERN) ? null : pattern;
        }
        String inner = delimited.group(2);
        boolean plain = !delimited.group(3).matches(".*[imsxvXA].*") && Prose.presentable(inner, MAX_PATTERN);
        issues.add(
                at,
                "The pattern is enclosed in '" + delimited.group(1)
                        + "', and so matches nothing (JSON Schema 2020-12, 6.4); "
                        + (plain ? "the part between them was read." : "it was left out.")
                        + " Write only the expression.");
        return plain ? inner : null;
    }

    private static @Nullable Integer count(@Nullable JsonNode value) {
        return value != null && value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0
                ? value.intValue()
                : null;
    }

    private Schema array(Located at) {
        List<Located> prefix = at.get("prefixItems").items();
        if (!prefix.isEmpty() && at.isFalse("items")) {
            return new Schema.TupleSchema(prefix.stream().map(reader::read).toList());
        }
        Schema items = prefix.isEmpty() && at.isObject() ? reader.read(at.get("items")) : Schema.unknown();
        return new Schema.ArraySchema(
                items, count(at.node().get("minItems")), count(at.node().get("maxItems")));
    }

    private Schema object(Located at) {
        Set<String> required = new LinkedHashSet<>(at.texts("required"));
        List<Schema.Property> properties = new ArrayList<>();
        for (Located property : at.get("properties").members()) {
            boolean needed = required.remove(property.key());
            if (isNameable(property) && !reader.isHidden(property)) {
                Docs docs = reader.docs(property, Prose.PART);
                properties.add(new Schema.Property(property.key(), reader.read(property), needed, docs));
            }
        }
        Schema additional = additional(at);
        addUndeclared(at, required, additional, properties);
        Map<String, Schema> patterns = new LinkedHashMap<>();
        for (Located member : at.get("patternProperties").members()) {
            String pattern = pattern(member, member.key());
            patterns.put(pattern == null ? "" : pattern, reader.read(member));
        }
        return new Schema.ObjectSchema(properties, patterns, additional);
    }

    /**
     * Adds properties that are required but not declared. In a request they may still be missing: another part of the
     * schema may declare them {@code readOnly}.
     */
    private void addUndeclared(Located at, Set<String> required, Schema additional, List<Schema.Property> properties) {
        Schema schema = additional instanceof Schema.NeverSchema ? Schema.unknown() : additional;
        for (String name : required) {
            if (!at.get("properties").get(name).exists()) {
                boolean needed = reader.direction() == Direction.RESPONSE;
                properties.add(new Schema.Property(name, schema, needed, Docs.none()));
            }
        }
    }

    private boolean isNameable(Located property) {
        if (property.key().equals("__proto__")) {
            issues.add(property, "A property named '__proto__' cannot be used in JavaScript; it was left out.");
            return false;
        }
        return true;
    }

    private Schema additional(Located at) {
        Located additional = at.get("additionalProperties");
        if (!additional.exists()) {
            return Schema.unknown();
        }
        return reader.read(additional);
    }
}
