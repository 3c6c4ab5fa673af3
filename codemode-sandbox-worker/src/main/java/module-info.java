/**
 * Worker processes that run scripts, for any engine.
 *
 * @since 0.1
 */
module dev.codemode.sandbox.worker {
    requires transitive dev.codemode.core;
    requires static jdk.management;
    requires static transitive org.jspecify;

    exports dev.codemode.sandbox.realm;
    exports dev.codemode.sandbox.worker;
}
