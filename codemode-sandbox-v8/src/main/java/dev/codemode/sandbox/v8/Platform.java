package dev.codemode.sandbox.v8;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The properties of a machine that V8's native library depends on. Immutable and thread-safe.
 *
 * @param system the operating system, as Java names it
 * @param architecture the processor, as Java names it
 * @param musl whether the C library is musl rather than glibc
 */
record Platform(String system, String architecture, boolean musl) {
    private static final Path MUSL = Path.of("/lib/ld-musl-x86_64.so.1");
    private static final Path GLIBC = Path.of("/lib64/ld-linux-x86-64.so.2");

    /** Returns the platform that this process runs on. */
    static Platform current() {
        boolean musl = Files.exists(MUSL) && !Files.exists(GLIBC);
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"), musl);
    }

    /** Returns whether V8 runs here. */
    boolean isSupported() {
        return system.equals("Linux") && (architecture.equals("amd64") || architecture.equals("x86_64")) && !musl;
    }

    /**
     * @throws IllegalStateException if V8 does not run here; the message says what can be done
     */
    void require() {
        if (!isSupported()) {
            throw new IllegalStateException("Cannot start workers of V8: its native library is for Linux on x86-64 with"
                    + " glibc, but this is " + system + " on " + architecture + (musl ? " with musl" : "")
                    + ". Use GraalSandbox.create() of codemode-sandbox-graal, which runs wherever Java does.");
        }
    }
}
