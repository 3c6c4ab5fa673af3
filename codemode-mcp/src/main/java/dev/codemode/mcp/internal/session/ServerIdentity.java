package dev.codemode.mcp.internal.session;

/**
 * What a server says about itself.
 *
 * @param instructions what a client may tell its model about the server as a whole; may be empty
 */
public record ServerIdentity(String name, String version, String instructions) {}
