/**
 * OpenAPI documents as typed services, called over HTTP.
 *
 * @since 0.1
 */
module dev.codemode.openapi {
    requires transitive dev.codemode.core;
    requires transitive dev.codemode.http;
    requires transitive java.net.http;
    requires dev.codemode.jsonschema;
    requires com.fasterxml.jackson.databind;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;

    exports dev.codemode.openapi;
}
