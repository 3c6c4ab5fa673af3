/**
 * A current V8, in a process of Deno, as a sandbox.
 *
 * @since 0.1
 */
module dev.codemode.sandbox.deno {
    requires transitive dev.codemode.core;
    requires transitive dev.codemode.sandbox.worker;
    requires static transitive org.jspecify;

    exports dev.codemode.sandbox.deno;
}
