package dev.codemode.reflect.internal.jackson;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rebuilds a schema with other names in its references, and, to compare two, with its properties sorted. */
final class SchemaRewriter implements SchemaCases<Schema> {
    private final UnaryOperator<String> names;
    private final boolean sort;

    private SchemaRewriter(UnaryOperator<String> names, boolean sort) {
        this.names = names;
        this.sort = sort;
    }

    /** Returns a rewriter that renames references; the operator sees every reference. */
    static SchemaRewriter renaming(UnaryOperator<String> names) {
        return new SchemaRewriter(names, false);
    }

    /** Returns a rewriter that also sorts properties, so that equal shapes are equal values. */
    static SchemaRewriter canonical(UnaryOperator<String> names) {
        return new SchemaRewriter(names, true);
    }

    Schema rewrite(Schema schema) {
        return schema.match(this);
    }

    private List<Schema> all(List<Schema> schemas) {
        return schemas.stream().map(this::rewrite).toList();
    }

    @Override
    public Schema ofReference(Schema.ReferenceSchema schema) {
        return Schema.reference(names.apply(schema.type()));
    }

    @Override
    public Schema ofObject(Schema.ObjectSchema schema) {
        List<Schema.Property> properties = new ArrayList<>();
        for (Schema.Property property : schema.properties()) {
            properties.add(new Schema.Property(
                    property.name(), rewrite(property.schema()), property.required(), property.docs()));
        }
        if (sort) {
            properties.sort(Comparator.comparing(Schema.Property::name));
        }
        Map<String, Schema> patterns = new LinkedHashMap<>();
        schema.patterns().forEach((pattern, value) -> patterns.put(pattern, rewrite(value)));
        return new Schema.ObjectSchema(properties, patterns, rewrite(schema.additional()));
    }

    @Override
    public Schema ofArray(Schema.ArraySchema schema) {
        return new Schema.ArraySchema(rewrite(schema.items()), schema.minItems(), schema.maxItems());
    }

    @Override
    public Schema ofTuple(Schema.TupleSchema schema) {
        return new Schema.TupleSchema(all(schema.items()));
    }

    @Override
    public Schema ofUnion(Schema.UnionSchema schema) {
        return new Schema.UnionSchema(all(schema.options()), schema.discriminator());
    }

    @Override
    public Schema ofIntersection(Schema.IntersectionSchema schema) {
        return new Schema.IntersectionSchema(all(schema.parts()));
    }

    @Override
    public Schema ofNull(Schema.NullSchema schema) {
        return schema;
    }

    @Override
    public Schema ofBoolean(Schema.BooleanSchema schema) {
        return schema;
    }

    @Override
    public Schema ofNumber(Schema.NumberSchema schema) {
        return schema;
    }

    @Override
    public Schema ofString(Schema.StringSchema schema) {
        return schema;
    }

    @Override
    public Schema ofConstant(Schema.ConstantSchema schema) {
        return schema;
    }

    @Override
    public Schema ofUnknown(Schema.UnknownSchema schema) {
        return schema;
    }

    @Override
    public Schema ofNever(Schema.NeverSchema schema) {
        return schema;
    }
}
