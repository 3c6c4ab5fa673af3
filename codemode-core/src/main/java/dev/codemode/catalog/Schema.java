package dev.codemode.catalog;

import dev.codemode.catalog.internal.ReferencedTypes;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a JSON value (RFC 8259). A schema describes values and knows nothing about TypeScript; it may be wider
 * than what its source accepts, never narrower. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Schema {

    /** Returns the result of the case for this variant. */
    <R> R match(SchemaCases<R> cases);

    /** Returns the names of the types that this schema refers to, in its order; not those that they refer to in turn. */
    default Set<String> references() {
        return ReferencedTypes.in(this);
    }

    /** Returns the schema of only {@code null}. */
    static Schema nothing() {
        return new NullSchema();
    }

    /** Returns the schema of {@code true} and {@code false}. */
    static Schema bool() {
        return new BooleanSchema();
    }

    /** Returns the schema of any number. */
    static NumberSchema number() {
        return new NumberSchema(NumberSchema.Kind.DECIMAL, null, null, null);
    }

    /** Returns the schema of integers from −(2^53−1) to 2^53−1. */
    static NumberSchema integer() {
        return new NumberSchema(NumberSchema.Kind.INTEGER, null, null, null);
    }

    /** Returns the schema of any string. */
    static StringSchema string() {
        return new StringSchema(null, null, null, null);
    }

    /** Returns the schema of strings in a named format, such as {@code date-time}; the format is shown, not checked. */
    static StringSchema string(String format) {
        return new StringSchema(format, null, null, null);
    }

    /** Returns the schema of exactly these values: strings, numbers or booleans. */
    static Schema constants(Object... values) {
        return new ConstantSchema(List.of(values));
    }

    /** Returns the schema of arrays of any length. */
    static ArraySchema array(Schema items) {
        return new ArraySchema(items, null, null);
    }

    /** Returns the schema of objects with these properties and no others. */
    static ObjectSchema object(List<Property> properties) {
        return new ObjectSchema(properties, Map.of(), never());
    }

    /** Returns the schema of objects in which every property has this schema. */
    static ObjectSchema map(Schema values) {
        return new ObjectSchema(List.of(), Map.of(), values);
    }

    /** Returns the schema of values that any of these describes; a single schema is returned itself. */
    static Schema union(List<Schema> options) {
        return options.size() == 1 ? options.get(0) : new UnionSchema(options, null);
    }

    /** Returns the schema of values that this one describes, and {@code null}. */
    static Schema nullable(Schema schema) {
        if (schema instanceof NullSchema || schema instanceof UnknownSchema) {
            return schema;
        }
        if (schema instanceof UnionSchema union && union.options().contains(nothing())) {
            return schema;
        }
        return new UnionSchema(List.of(schema, nothing()), null);
    }

    /** Returns a reference to a named type of the same service. */
    static Schema reference(String type) {
        return new ReferenceSchema(type);
    }

    /** Returns the schema of any value. */
    static Schema unknown() {
        return new UnknownSchema();
    }

    /** Returns the schema that no value matches. */
    static Schema never() {
        return new NeverSchema();
    }

    /** Only {@code null}. */
    record NullSchema() implements Schema {
        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofNull(this);
        }
    }

    /** {@code true} and {@code false}. */
    record BooleanSchema() implements Schema {
        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofBoolean(this);
        }
    }

    /**
     * Numbers.
     *
     * @param kind whether fractions are allowed
     * @param minimum the lower bound, or null
     * @param maximum the upper bound, or null
     * @param multipleOf a number above zero that values are multiples of, or null
     */
    record NumberSchema(
            Kind kind,
            @Nullable Bound minimum,
            @Nullable Bound maximum,
            @Nullable BigDecimal multipleOf) implements Schema {
        /** Whether fractions are allowed. */
        public enum Kind {
            /** Whole numbers that a double holds exactly: from −(2^53−1) to 2^53−1 (ECMA-262, 21.1.2.6). */
            INTEGER,
            /** Any number. */
            DECIMAL
        }

        /** Returns this schema with these bounds instead of its own. */
        public NumberSchema between(@Nullable Bound minimum, @Nullable Bound maximum) {
            return new NumberSchema(kind, minimum, maximum, multipleOf);
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofNumber(this);
        }
    }

    /**
     * A bound of a range of numbers.
     *
     * @param value the bound
     * @param inclusive whether the range contains it
     */
    record Bound(BigDecimal value, boolean inclusive) {
        /** Returns a bound that the range contains. */
        public static Bound at(long value) {
            return new Bound(BigDecimal.valueOf(value), true);
        }
    }

    /**
     * Strings.
     *
     * @param format the name of a format, shown to the model but not checked, or null
     * @param minLength the minimum number of Unicode code points, or null
     * @param maxLength the maximum number of Unicode code points, or null
     * @param pattern an ECMA-262 regular expression that must match somewhere, or null
     */
    record StringSchema(
            @Nullable String format,
            @Nullable Integer minLength,
            @Nullable Integer maxLength,
            @Nullable String pattern) implements Schema {
        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofString(this);
        }
    }

    /**
     * One of a few values.
     *
     * @param values strings, numbers or booleans; at least one
     */
    record ConstantSchema(List<Object> values) implements Schema {
        /** Copies the values. */
        public ConstantSchema {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("A constant needs at least one value.");
            }
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofConstant(this);
        }
    }

    /**
     * Arrays whose elements have the same schema.
     *
     * @param items the schema of each element
     * @param minItems the minimum length, or null
     * @param maxItems the maximum length, or null
     */
    record ArraySchema(
            Schema items,
            @Nullable Integer minItems,
            @Nullable Integer maxItems) implements Schema {
        /** Checks the element's schema. */
        public ArraySchema {
            Objects.requireNonNull(items, "items");
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofArray(this);
        }
    }

    /**
     * Arrays of a fixed length, in which each element has its own schema.
     *
     * @param items the schemas in order
     */
    record TupleSchema(List<Schema> items) implements Schema {
        /** Copies the schemas. */
        public TupleSchema {
            items = List.copyOf(items);
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofTuple(this);
        }
    }

    /**
     * Objects.
     *
     * @param properties the named properties, in order
     * @param patterns schemas of properties whose name matches an ECMA-262 regular expression
     * @param additional the schema of every other property; {@link NeverSchema} closes the object
     */
    record ObjectSchema(List<Property> properties, Map<String, Schema> patterns, Schema additional) implements Schema {
        /** Copies the collections. */
        public ObjectSchema {
            properties = List.copyOf(properties);
            patterns = Collections.unmodifiableMap(new LinkedHashMap<>(patterns));
            Objects.requireNonNull(additional, "additional");
        }

        /** Returns whether the object has only the named properties. */
        public boolean closed() {
            return additional instanceof NeverSchema && patterns.isEmpty();
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofObject(this);
        }
    }

    /**
     * A named property of an object.
     *
     * @param name any string
     * @param schema the property's shape
     * @param required whether an object without it is refused
     * @param docs its documentation
     */
    record Property(String name, Schema schema, boolean required, Docs docs) {
        /** Checks that nothing is null. */
        public Property {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(schema, "schema");
            Objects.requireNonNull(docs, "docs");
        }

        /** Returns a property that must be present. */
        public static Property required(String name, Schema schema) {
            return new Property(name, schema, true, Docs.none());
        }

        /** Returns a property that may be absent. */
        public static Property optional(String name, Schema schema) {
            return new Property(name, schema, false, Docs.none());
        }

        /** Returns this property with other documentation. */
        public Property withDocs(Docs docs) {
            return new Property(name, schema, required, docs);
        }
    }

    /**
     * Values that match any of several schemas.
     *
     * @param options the schemas, at least one
     * @param discriminator the property whose constant tells the options apart, or null
     */
    record UnionSchema(List<Schema> options, @Nullable String discriminator) implements Schema {
        /** Copies the schemas. */
        public UnionSchema {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("A union needs at least one option.");
            }
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofUnion(this);
        }
    }

    /**
     * Values that match all of several schemas. A closed object among them counts as open, since the other parts name
     * more properties.
     *
     * @param parts the schemas
     */
    record IntersectionSchema(List<Schema> parts) implements Schema {
        /** Copies the schemas. */
        public IntersectionSchema {
            parts = List.copyOf(parts);
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofIntersection(this);
        }
    }

    /**
     * A named type of the same service.
     *
     * @param type the type's name
     */
    record ReferenceSchema(String type) implements Schema {
        /** Checks the name. */
        public ReferenceSchema {
            Objects.requireNonNull(type, "type");
        }

        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofReference(this);
        }
    }

    /** Any value. */
    record UnknownSchema() implements Schema {
        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofUnknown(this);
        }
    }

    /** No value. */
    record NeverSchema() implements Schema {
        @Override
        public <R> R match(SchemaCases<R> cases) {
            return cases.ofNever(this);
        }
    }
}
