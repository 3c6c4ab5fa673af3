/**
 * V8 as a sandbox for CPU-bound scripts.
 *
 * @since 0.1
 */
@SuppressWarnings("module")
module dev.codemode.sandbox.v8 {
    requires com.caoccao.javet;
    requires transitive dev.codemode.core;
    requires transitive dev.codemode.sandbox.worker;
    requires static transitive org.jspecify;

    exports dev.codemode.sandbox.v8;
}
