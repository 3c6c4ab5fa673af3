/**
 * Accepts scripts in every shape that models write, including TypeScript, and checks them while they run.
 *
 * @since 0.1
 */
module dev.codemode.typescript {
    requires com.dylibso.chicory.runtime;
    requires com.dylibso.chicory.wasm;
    requires transitive dev.codemode.core;
    requires dev.codemode.sandbox.deno;
    requires dev.codemode.sandbox.graal;
    requires transitive dev.codemode.sandbox.worker;
    requires static transitive org.jspecify;
    requires org.graalvm.polyglot;

    exports dev.codemode.typescript;
}
