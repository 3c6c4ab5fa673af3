/** A shop that serves its books. */
module shop {
    requires dev.codemode.core;
    requires dev.codemode.mcp;
    requires dev.codemode.sandbox.graal;
    requires dev.codemode.typescript;

    exports shop;
    opens shop to
            com.fasterxml.jackson.databind,
            dev.codemode.core;
}
