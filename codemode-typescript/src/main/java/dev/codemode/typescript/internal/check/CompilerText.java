package dev.codemode.typescript.internal.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The JavaScript of a checker, which does not depend on an engine. */
final class CompilerText {
    private static final List<String> PARTS = List.of(
            "settings", "files", "compilers", "check", "places", "types", "members", "judgements", "undeclared");

    private CompilerText() {}

    /** Returns a script that sets the global {@code ts}. */
    static String compiler() {
        return read("typescript.js");
    }

    /**
     * Returns an expression whose value is a function of {@link #compiler} and {@link #library} that makes a checker: an
     * object with the functions {@code load}, {@code has} and {@code check}. All parts share its scope.
     */
    static String checker() {
        return PARTS.stream()
                .map(part -> read(part + ".js"))
                .collect(Collectors.joining(
                        "", "(function (ts, lib) {\n\"use strict\";\n", "return { load, has, check };\n})"));
    }

    /** Returns the declarations of the language. */
    static String library() {
        return read("lib.mini.d.ts");
    }

    private static String read(String resource) {
        try (InputStream in = CompilerText.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its resource " + resource + ".");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
