package dev.codemode.audit;

import dev.codemode.mcp.internal.upstream.UpstreamException;
import dev.codemode.mcp.internal.upstream.UpstreamTool;
import dev.codemode.mcp.internal.upstream.UpstreamTools;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Lists all pages of the tools of a live MCP server, and disconnects. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ToolServer {
    private ToolServer() {}

    /**
     * Starts a server that communicates over standard input and output, lists its tools and ends it. Blocks, at most a
     * minute for the start.
     *
     * @param command the program and its arguments
     * @throws AuditException if it does not start or answer; the message has the last lines of its standard error
     */
    public static List<ToolDefinition> command(List<String> command) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("The command of the server is empty.");
        }
        try {
            return definitions(UpstreamTools.ofCommand(command));
        } catch (UpstreamException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuditException("Interrupted while listing the tools of '" + String.join(" ", command) + "'.", e);
        }
    }

    /**
     * Lists the tools of a server at a Streamable HTTP URL (MCP 2025-11-25, Transports). Blocks.
     *
     * @throws AuditException if the server does not answer
     */
    public static List<ToolDefinition> url(URI url) {
        Objects.requireNonNull(url, "url");
        if (url.getScheme() == null || url.getAuthority() == null) {
            throw new IllegalArgumentException("'" + url + "' is not an absolute URL.");
        }
        try {
            return definitions(UpstreamTools.ofUrl(url));
        } catch (UpstreamException e) {
            throw failed(e);
        }
    }

    private static AuditException failed(UpstreamException e) {
        return new AuditException(Objects.requireNonNull(e.getMessage()), e.getCause());
    }

    private static List<ToolDefinition> definitions(List<UpstreamTool> tools) {
        return tools.stream()
                .map(tool -> new ToolDefinition(tool.name(), tool.description(), tool.inputSchemaJson()))
                .toList();
    }
}
