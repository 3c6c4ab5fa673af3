package dev.codemode.mcp;

import dev.codemode.CodeMode;

/**
 * Shows a {@link CodeMode} to MCP clients as two tools. Thread-safe.
 *
 * @since 0.1
 */
public final class CodeModeMcp {
    private CodeModeMcp() {}

    /** Starts a server of this library; every option has a default, so it may run at once. The host closes the library. */
    public static CodeModeMcpServer.Builder server(CodeMode codeMode) {
        return new CodeModeMcpServer.Builder(codeMode);
    }
}
