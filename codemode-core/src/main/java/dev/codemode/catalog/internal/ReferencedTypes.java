package dev.codemode.catalog.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.SchemaCases;
import dev.codemode.catalog.TypeDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the names of the types that a schema refers to directly. Confined to one thread at a time. */
public final class ReferencedTypes implements SchemaCases<Boolean> {
    private final Set<String> names = new LinkedHashSet<>();

    private ReferencedTypes() {}

    /** Returns the names in the order in which the schema names them. */
    public static Set<String> in(Schema schema) {
        ReferencedTypes types = new ReferencedTypes();
        schema.match(types);
        return types.names;
    }

    /** Returns the types that these schemas lead to, directly or through other types, in their order. */
    public static Map<String, TypeDefinition> reached(Stream<Schema> from, Map<String, TypeDefinition> types) {
        Set<String> names = new HashSet<>();
        Deque<Schema> open = new ArrayDeque<>();
        from.forEach(open::add);
        while (!open.isEmpty()) {
            for (String name : open.remove().references()) {
                TypeDefinition type = types.get(name);
                if (type != null && names.add(name)) {
                    open.add(type.schema());
                }
            }
        }
        Map<String, TypeDefinition> reached = new LinkedHashMap<>(types);
        reached.keySet().retainAll(names);
        return reached;
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
