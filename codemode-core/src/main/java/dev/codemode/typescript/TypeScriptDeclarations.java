package dev.codemode.typescript;

/**
 * TypeScript declarations of a catalog. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class TypeScriptDeclarations {
    private TypeScriptDeclarations() {}
}
