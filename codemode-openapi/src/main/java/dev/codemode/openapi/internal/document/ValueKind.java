package dev.codemode.openapi.internal.document;

/** The kind of a value, as far as the form of a body depends on it. */
enum ValueKind {
    /** An object. */
    OBJECT,
    /** An array. */
    ARRAY,
    /** Bytes, which a string stands for. */
    BYTES,
    /** A string that is text. */
    TEXT,
    /** A number, or a boolean. */
    SCALAR
}
