package dev.codemode.catalog;

/**
 * One method for each variant of {@link Schema}, so that a reader of schemas cannot forget one.
 *
 * @param <R> what the cases return
 * @since 0.1
 */
public interface SchemaCases<R> {
    /** Reads the schema of null. */
    R ofNull(Schema.NullSchema schema);

    /** Reads the schema of booleans. */
    R ofBoolean(Schema.BooleanSchema schema);

    /** Reads a schema of numbers. */
    R ofNumber(Schema.NumberSchema schema);

    /** Reads a schema of strings. */
    R ofString(Schema.StringSchema schema);

    /** Reads a schema of a few values. */
    R ofConstant(Schema.ConstantSchema schema);

    /** Reads a schema of arrays. */
    R ofArray(Schema.ArraySchema schema);

    /** Reads a schema of arrays of fixed length. */
    R ofTuple(Schema.TupleSchema schema);

    /** Reads a schema of objects. */
    R ofObject(Schema.ObjectSchema schema);

    /** Reads a union. */
    R ofUnion(Schema.UnionSchema schema);

    /** Reads an intersection. */
    R ofIntersection(Schema.IntersectionSchema schema);

    /** Reads a reference. */
    R ofReference(Schema.ReferenceSchema schema);

    /** Reads the schema of any value. */
    R ofUnknown(Schema.UnknownSchema schema);

    /** Reads the schema of no value. */
    R ofNever(Schema.NeverSchema schema);
}
