package dev.codemode.examples.bookshop.demo;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes schemas as JSON Schema (2020-12), named types in place. The bookshop has no type that contains itself. */
final class JsonSchema implements SchemaCases<Map<String, Object>> {
    private final Service service;

    JsonSchema(Service service) {
        this.service = service;
    }

    Map<String, Object> of(Schema schema) {
        return schema.match(this);
    }

    @Override
    public Map<String, Object> ofNull(Schema.NullSchema schema) {
        return type("null");
    }

    @Override
    public Map<String, Object> ofBoolean(Schema.BooleanSchema schema) {
        return type("boolean");
    }

    @Override
    public Map<String, Object> ofNumber(Schema.NumberSchema schema) {
        Map<String, Object> json = type(schema.kind() == Schema.NumberSchema.Kind.INTEGER ? "integer" : "number");
        Schema.Bound minimum = schema.minimum();
        if (minimum != null) {
            json.put(minimum.inclusive() ? "minimum" : "exclusiveMinimum", minimum.value());
        }
        Schema.Bound maximum = schema.maximum();
        if (maximum != null) {
            json.put(maximum.inclusive() ? "maximum" : "exclusiveMaximum", maximum.value());
        }
        return json;
    }

    @Override
    public Map<String, Object> ofString(Schema.StringSchema schema) {
        Map<String, Object> json = type("string");
        if (schema.format() != null) {
            json.put("format", schema.format());
        }
        if (schema.minLength() != null) {
            json.put("minLength", schema.minLength());
        }
        if (schema.pattern() != null) {
            json.put("pattern", schema.pattern());
        }
        return json;
    }

    @Override
    public Map<String, Object> ofConstant(Schema.ConstantSchema schema) {
        return new LinkedHashMap<>(Map.of("enum", schema.values()));
    }

    @Override
    public Map<String, Object> ofArray(Schema.ArraySchema schema) {
        Map<String, Object> json = type("array");
        json.put("items", of(schema.items()));
        if (schema.minItems() != null) {
            json.put("minItems", schema.minItems());
        }
        return json;
    }

    @Override
    public Map<String, Object> ofTuple(Schema.TupleSchema schema) {
        Map<String, Object> json = type("array");
        json.put("prefixItems", all(schema.items()));
        return json;
    }

    @Override
    public Map<String, Object> ofObject(Schema.ObjectSchema schema) {
        Map<String, Object> json = type("object");
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Schema.Property property : schema.properties()) {
            properties.put(property.name(), documented(of(property.schema()), property.docs()));
            if (property.required()) {
                required.add(property.name());
            }
        }
        json.put("properties", properties);
        if (!required.isEmpty()) {
            json.put("required", required);
        }
        json.put("additionalProperties", schema.closed() ? false : of(schema.additional()));
        return json;
    }

    private static Map<String, Object> documented(Map<String, Object> json, Docs docs) {
        if (!docs.text().isEmpty()) {
            json.put("description", docs.text());
        }
        return json;
    }

    @Override
    public Map<String, Object> ofUnion(Schema.UnionSchema schema) {
        return new LinkedHashMap<>(Map.of("anyOf", all(schema.options())));
    }

    @Override
    public Map<String, Object> ofIntersection(Schema.IntersectionSchema schema) {
        return new LinkedHashMap<>(Map.of("allOf", all(schema.parts())));
    }

    @Override
    public Map<String, Object> ofReference(Schema.ReferenceSchema schema) {
        return of(service.resolve(schema));
    }

    @Override
    public Map<String, Object> ofUnknown(Schema.UnknownSchema schema) {
        return new LinkedHashMap<>();
    }

    @Override
    public Map<String, Object> ofNever(Schema.NeverSchema schema) {
        return new LinkedHashMap<>(Map.of("not", Map.of()));
    }

    private List<Map<String, Object>> all(List<Schema> schemas) {
        return schemas.stream().map(this::of).toList();
    }

    private static Map<String, Object> type(String name) {
        return new LinkedHashMap<>(Map.of("type", name));
    }
}
