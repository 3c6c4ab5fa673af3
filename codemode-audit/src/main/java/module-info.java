/**
 * Counts the tokens that tools take before a model has done anything.
 *
 * @since 0.1
 */
module dev.codemode.audit {
    requires transitive dev.codemode.core;
    requires dev.codemode.jsonschema;
    requires dev.codemode.mcp;
    requires com.fasterxml.jackson.databind;
    requires io.modelcontextprotocol.sdk.mcp.core;
    requires io.modelcontextprotocol.sdk.mcp.json.jackson2;
    requires jtokkit;
    requires org.eclipse.jetty.ee11.servlet;
    requires org.eclipse.jetty.server;
    // The MCP SDK is an automatic module, which cannot declare that it needs this.
    requires reactor.core;
    requires static transitive org.jspecify;

    exports dev.codemode.audit;
    exports dev.codemode.audit.scenario;
}
