/**
 * Code Mode for Java: a typed SDK behind two tools.
 *
 * @since 0.1
 */
@SuppressWarnings("module") // the testkit is compiled later
module dev.codemode.core {
    requires com.fasterxml.jackson.databind;
    requires static jakarta.validation;
    requires static transitive org.jspecify;

    exports dev.codemode;
    exports dev.codemode.annotation;
    exports dev.codemode.catalog;
    exports dev.codemode.catalog.internal to
            dev.codemode.jsonschema,
            dev.codemode.openapi;
    exports dev.codemode.declaration;
    exports dev.codemode.declaration.internal to
            dev.codemode.typescript;
    exports dev.codemode.dispatch;
    exports dev.codemode.execution;
    exports dev.codemode.internal.json to
            dev.codemode.audit,
            dev.codemode.http,
            dev.codemode.mcp,
            dev.codemode.openapi,
            dev.codemode.testkit,
            dev.codemode.typescript;
    exports dev.codemode.internal.threads to
            dev.codemode.audit,
            dev.codemode.mcp,
            dev.codemode.openapi,
            dev.codemode.testkit,
            dev.codemode.typescript;
    exports dev.codemode.internal.options to
            dev.codemode.audit,
            dev.codemode.mcp,
            dev.codemode.openapi,
            dev.codemode.typescript;
    exports dev.codemode.internal.words to
            dev.codemode.audit,
            dev.codemode.jsonschema,
            dev.codemode.mcp,
            dev.codemode.openapi,
            dev.codemode.testkit,
            dev.codemode.typescript;
    exports dev.codemode.reflect;
    exports dev.codemode.sandbox;
    exports dev.codemode.script;
    exports dev.codemode.script.internal to
            dev.codemode.typescript;
    exports dev.codemode.search;
    exports dev.codemode.source;
    exports dev.codemode.text;
}
