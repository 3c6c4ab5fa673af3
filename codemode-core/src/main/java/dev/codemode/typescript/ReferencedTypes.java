package dev.codemode.typescript;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects the names of the types that a schema refers to directly. Confined to one thread at a time. */
final class ReferencedTypes implements SchemaCases<Boolean> {
    private final Set<String> names = new LinkedHashSet<>();

    private ReferencedTypes() {}

    /** Returns the names in the order in which the schema names them. */
    static Set<String> in(Schema schema) {
        ReferencedTypes types = new ReferencedTypes();
        schema.match(types);
        return types.names;
    }

    @Override
    public Boolean ofNull(Schema.NullSchema schema) {
        return true;
    }

    @Override
    public Boolean ofBoolean(Schema.BooleanSchema schema) {
        return true;
    }

    @Override
    public Boolean ofNumber(Schema.NumberSchema schema) {
        return true;
    }

    @Override
    public Boolean ofString(Schema.StringSchema schema) {
        return true;
    }

    @Override
    public Boolean ofConstant(Schema.ConstantSchema schema) {
        return true;
    }

    @Override
    public Boolean ofArray(Schema.ArraySchema schema) {
        return schema.items().match(this);
    }

    @Override
    public Boolean ofTuple(Schema.TupleSchema schema) {
        schema.items().forEach(item -> item.match(this));
        return true;
    }

    @Override
    public Boolean ofObject(Schema.ObjectSchema schema) {
        schema.properties().forEach(property -> property.schema().match(this));
        schema.patterns().values().forEach(value -> value.match(this));
        return schema.additional().match(this);
    }

    @Override
    public Boolean ofUnion(Schema.UnionSchema schema) {
        schema.options().forEach(option -> option.match(this));
        return true;
    }

    @Override
    public Boolean ofIntersection(Schema.IntersectionSchema schema) {
        schema.parts().forEach(part -> part.match(this));
        return true;
    }

    @Override
    public Boolean ofReference(Schema.ReferenceSchema schema) {
        return names.add(schema.type());
    }

    @Override
    public Boolean ofUnknown(Schema.UnknownSchema schema) {
        return true;
    }

    @Override
    public Boolean ofNever(Schema.NeverSchema schema) {
        return true;
    }
}
