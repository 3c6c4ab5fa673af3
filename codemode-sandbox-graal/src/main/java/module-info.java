/**
 * GraalJS as a sandbox for scripts.
 *
 * @since 0.1
 */
module dev.codemode.sandbox.graal {
    requires transitive dev.codemode.core;
    requires transitive dev.codemode.sandbox.worker;
    requires java.management;
    requires jdk.management;
    requires org.graalvm.polyglot;
    requires static transitive org.jspecify;

    exports dev.codemode.sandbox.graal;
}
