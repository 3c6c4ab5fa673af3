/**
 * The two tools over MCP: on stdio, in any servlet container, or on their own HTTP server.
 *
 * @since 0.1
 */
@SuppressWarnings("module") // the audit is compiled later
module dev.codemode.mcp {
    requires transitive dev.codemode.core;
    requires com.fasterxml.jackson.databind;
    requires io.modelcontextprotocol.sdk.mcp.core;
    // The SDK is an automatic module, which cannot declare that it needs this.
    requires org.slf4j;
    requires reactor.core;
    requires static org.eclipse.jetty.ee11.servlet;
    requires static org.eclipse.jetty.io;
    requires static org.eclipse.jetty.server;
    requires static org.eclipse.jetty.util;
    requires static jakarta.servlet;
    requires static transitive org.jspecify;

    exports dev.codemode.mcp;
    exports dev.codemode.mcp.internal.upstream to
            dev.codemode.audit;
}
