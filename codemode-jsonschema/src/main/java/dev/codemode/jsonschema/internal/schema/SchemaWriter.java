package dev.codemode.jsonschema.internal.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import java.util.List;

/** Writes schemas as JSON Schema (2020-12); named types as references into {@code $defs}. Holds no state. */
public final class SchemaWriter implements SchemaCases<ObjectNode> {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEFINITIONS = "#/$defs/";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Returns the schema with its documentation. */
    public ObjectNode of(Schema schema, Docs docs) {
        ObjectNode json = schema.match(this);
        if (!docs.text().isEmpty()) {
            json.put("description", docs.text());
        }
        if (docs.defaultJson() != null) {
            try {
                json.set("default", MAPPER.readTree(docs.defaultJson()));
            } catch (JsonProcessingException e) {
                json.put("default", docs.defaultJson());
            }
        }
        if (!docs.deprecated().isEmpty()) {
            json.put("deprecated", true);
        }
        return json;
    }

    @Override
    public ObjectNode ofNull(Schema.NullSchema schema) {
        return type("null");
    }

    @Override
    public ObjectNode ofBoolean(Schema.BooleanSchema schema) {
        return type("boolean");
    }

    @Override
    public ObjectNode ofNumber(Schema.NumberSchema schema) {
        ObjectNode json = type(schema.kind() == Schema.NumberSchema.Kind.INTEGER ? "integer" : "number");
        Schema.Bound minimum = schema.minimum();
        if (minimum != null) {
            json.put(minimum.inclusive() ? "minimum" : "exclusiveMinimum", minimum.value());
        }
        Schema.Bound maximum = schema.maximum();
        if (maximum != null) {
            json.put(maximum.inclusive() ? "maximum" : "exclusiveMaximum", maximum.value());
        }
        if (schema.multipleOf() != null) {
            json.put("multipleOf", schema.multipleOf());
        }
        return json;
    }

    @Override
    public ObjectNode ofString(Schema.StringSchema schema) {
        ObjectNode json = type("string");
        if (schema.format() != null) {
            json.put("format", schema.format());
        }
        if (schema.minLength() != null) {
            json.put("minLength", schema.minLength());
        }
        if (schema.maxLength() != null) {
            json.put("maxLength", schema.maxLength());
        }
        if (schema.pattern() != null) {
            json.put("pattern", schema.pattern());
        }
        return json;
    }

    @Override
    public ObjectNode ofConstant(Schema.ConstantSchema schema) {
        ObjectNode json = NODES.objectNode();
        ArrayNode values = json.putArray("enum");
        schema.values().forEach(value -> values.addPOJO(value));
        return json;
    }

    @Override
    public ObjectNode ofArray(Schema.ArraySchema schema) {
        ObjectNode json = type("array");
        json.set("items", schema.items().match(this));
        if (schema.minItems() != null) {
            json.put("minItems", schema.minItems());
        }
        if (schema.maxItems() != null) {
            json.put("maxItems", schema.maxItems());
        }
        return json;
    }

    @Override
    public ObjectNode ofTuple(Schema.TupleSchema schema) {
        ObjectNode json = type("array");
        json.set("prefixItems", all(schema.items()));
        return json;
    }

    @Override
    public ObjectNode ofObject(Schema.ObjectSchema schema) {
        ObjectNode json = type("object");
        if (!schema.properties().isEmpty()) {
            ObjectNode properties = json.putObject("properties");
            ArrayNode required = NODES.arrayNode();
            for (Schema.Property property : schema.properties()) {
                properties.set(property.name(), of(property.schema(), property.docs()));
                if (property.required()) {
                    required.add(property.name());
                }
            }
            if (!required.isEmpty()) {
                json.set("required", required);
            }
        }
        if (!schema.patterns().isEmpty()) {
            ObjectNode patterns = json.putObject("patternProperties");
            schema.patterns().forEach((pattern, value) -> patterns.set(pattern, value.match(this)));
        }
        if (schema.closed()) {
            json.put("additionalProperties", false);
        } else if (!(schema.additional() instanceof Schema.UnknownSchema)) {
            json.set("additionalProperties", schema.additional().match(this));
        }
        return json;
    }

    @Override
    public ObjectNode ofUnion(Schema.UnionSchema schema) {
        ObjectNode json = NODES.objectNode();
        json.set("anyOf", all(schema.options()));
        return json;
    }

    @Override
    public ObjectNode ofIntersection(Schema.IntersectionSchema schema) {
        ObjectNode json = NODES.objectNode();
        json.set("allOf", all(schema.parts()));
        return json;
    }

    @Override
    public ObjectNode ofReference(Schema.ReferenceSchema schema) {
        return NODES.objectNode().put("$ref", DEFINITIONS + schema.type());
    }

    @Override
    public ObjectNode ofUnknown(Schema.UnknownSchema schema) {
        return NODES.objectNode();
    }

    @Override
    public ObjectNode ofNever(Schema.NeverSchema schema) {
        ObjectNode json = NODES.objectNode();
        json.putObject("not");
        return json;
    }

    private ArrayNode all(List<Schema> schemas) {
        ArrayNode array = NODES.arrayNode();
        schemas.forEach(schema -> array.add(schema.match(this)));
        return array;
    }

    private static ObjectNode type(String name) {
        return NODES.objectNode().put("type", name);
    }
}
