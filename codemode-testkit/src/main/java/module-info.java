/**
 * Contracts and fixtures for tests of sandboxes, sources and hosts.
 *
 * @since 0.1
 */
module dev.codemode.testkit {
    requires transitive dev.codemode.core;
    requires transitive org.junit.jupiter.api;
    requires jtokkit;
    requires org.junit.jupiter.params;
    requires org.assertj.core;
    requires static transitive org.jspecify;

    exports dev.codemode.testkit;
    exports dev.codemode.testkit.gate;
    exports dev.codemode.testkit.hostile;
    exports dev.codemode.testkit.sandbox;

    opens dev.codemode.testkit to
            org.junit.platform.commons;
    opens dev.codemode.testkit.sandbox to
            org.junit.platform.commons;
}
