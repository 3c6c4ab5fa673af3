package dev.codemode.sandbox.deno;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The executable that the tests use: what CODEMODE_DENO names. */
final class Deno {
    static final String MISSING = "CODEMODE_DENO names no executable of Deno; npm pack @deno/linux-x64-glibc has one";

    private Deno() {}

    static boolean isPresent() {
        return find().filter(Files::isExecutable).isPresent();
    }

    static Path executable() {
        return find().orElseThrow(() -> new IllegalStateException(MISSING));
    }

    private static Optional<Path> find() {
        return Optional.ofNullable(System.getenv("CODEMODE_DENO"))
                .filter(name -> !name.isEmpty())
                .map(Path::of);
    }
}
