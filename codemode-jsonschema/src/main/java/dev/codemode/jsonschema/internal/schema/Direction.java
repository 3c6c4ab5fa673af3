package dev.codemode.jsonschema.internal.schema;

/** The direction in which a value travels. */
public enum Direction {
    /** From the script: {@code readOnly} properties are left out. */
    REQUEST,
    /** To the script: {@code writeOnly} properties are left out. */
    RESPONSE;

    String hiddenKeyword() {
        return this == REQUEST ? "readOnly" : "writeOnly";
    }
}
