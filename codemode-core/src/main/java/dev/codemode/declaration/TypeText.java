package dev.codemode.declaration;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.internal.EcmaIdentifier;
import dev.codemode.internal.json.Json;
import java.util.ArrayList;
import java.util.List;

/** Spells a schema as a TypeScript type. Confined to one thread at a time. */
class TypeText implements SchemaCases<String> {
    private final String indent;

    TypeText(String indent) {
        this.indent = indent;
    }

    /** Returns the type; lines after the first begin with the indent. */
    static String of(Schema schema, String indent) {
        return schema.match(new TypeText(indent));
    }

    /** Returns the beginning of a member's declaration: its name, with a question mark if it may be left out. */
    static String name(Schema.Property property) {
        String name = EcmaIdentifier.matches(property.name()) ? property.name() : Json.visible(property.name());
        return name + (property.required() ? "" : "?");
    }

    /** Returns the members of an object type, one or more lines each, indented. */
    static List<String> members(Schema.ObjectSchema schema, String indent) {
        List<String> lines = new ArrayList<>();
        for (Schema.Property property : schema.properties()) {
            lines.addAll(DocComment.lines(DocComment.of(property.docs(), property.schema()), indent));
            lines.add(indent + name(property) + ": " + of(property.schema(), indent) + ";");
        }
        if (!schema.closed()) {
            boolean onlyAdditional =
                    schema.properties().isEmpty() && schema.patterns().isEmpty();
            String values = onlyAdditional ? of(schema.additional(), indent) : "unknown";
            lines.add(indent + "[key: string]: " + values + ";");
        }
        return lines;
    }

    @Override
    public String ofNull(Schema.NullSchema schema) {
        return "null";
    }

    @Override
    public String ofBoolean(Schema.BooleanSchema schema) {
        return "boolean";
    }

    @Override
    public String ofNumber(Schema.NumberSchema schema) {
        return "number";
    }

    @Override
    public String ofString(Schema.StringSchema schema) {
        return "string";
    }

    @Override
    public String ofConstant(Schema.ConstantSchema schema) {
        return String.join(" | ", schema.values().stream().map(Json::visible).toList());
    }

    @Override
    public String ofArray(Schema.ArraySchema schema) {
        String item = schema.items().match(this);
        return needsParentheses(schema.items()) ? "(" + item + ")[]" : item + "[]";
    }

    private static boolean needsParentheses(Schema item) {
        return item instanceof Schema.UnionSchema
                || item instanceof Schema.IntersectionSchema
                || (item instanceof Schema.ConstantSchema constant
                        && constant.values().size() > 1);
    }

    @Override
    public String ofTuple(Schema.TupleSchema schema) {
        return "["
                + String.join(
                        ", ",
                        schema.items().stream().map(item -> item.match(this)).toList()) + "]";
    }

    @Override
    public String ofObject(Schema.ObjectSchema schema) {
        String deeper = indent + "  ";
        List<String> members = members(schema, deeper);
        if (members.isEmpty()) {
            return "{}";
        }
        boolean oneLine = members.stream().noneMatch(line -> line.contains("\n") || line.startsWith(deeper + "/**"))
                && members.stream().mapToInt(String::length).sum() <= 100;
        if (oneLine) {
            String joined = String.join(" ", members.stream().map(String::strip).toList());
            return "{ " + joined.substring(0, joined.length() - 1) + " }";
        }
        return "{\n" + String.join("\n", members) + "\n" + indent + "}";
    }

    @Override
    public String ofUnion(Schema.UnionSchema schema) {
        return String.join(
                " | ",
                schema.options().stream()
                        .map(option -> option instanceof Schema.IntersectionSchema
                                ? "(" + option.match(this) + ")"
                                : option.match(this))
                        .distinct()
                        .toList());
    }

    @Override
    public String ofIntersection(Schema.IntersectionSchema schema) {
        if (schema.parts().isEmpty()) {
            return "unknown";
        }
        return String.join(
                " & ",
                schema.parts().stream()
                        .map(part -> part instanceof Schema.UnionSchema || part instanceof Schema.ConstantSchema
                                ? "(" + part.match(this) + ")"
                                : part.match(this))
                        .toList());
    }

    @Override
    public String ofReference(Schema.ReferenceSchema schema) {
        return schema.type();
    }

    @Override
    public String ofUnknown(Schema.UnknownSchema schema) {
        return "unknown";
    }

    @Override
    public String ofNever(Schema.NeverSchema schema) {
        return "never";
    }
}
