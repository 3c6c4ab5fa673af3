/**
 * JSON Schema from documents that others wrote, as the catalog's types. For the other modules of this library; nothing in
 * it is part of the interface.
 *
 * @since 0.1
 */
@SuppressWarnings("module") // its users are compiled later
module dev.codemode.jsonschema {
    requires transitive dev.codemode.core;
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports dev.codemode.jsonschema.internal.document to
            dev.codemode.audit,
            dev.codemode.mcp,
            dev.codemode.openapi;
    exports dev.codemode.jsonschema.internal.schema to
            dev.codemode.audit,
            dev.codemode.mcp,
            dev.codemode.openapi;
    exports dev.codemode.jsonschema.internal.words to
            dev.codemode.audit,
            dev.codemode.mcp,
            dev.codemode.openapi;
}
