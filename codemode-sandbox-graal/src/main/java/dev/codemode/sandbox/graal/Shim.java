package dev.codemode.sandbox.graal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The JavaScript that every realm starts with. Knows no engine. */
final class Shim {
    private static final List<String> PARTS =
            List.of("globals", "json", "arguments", "result", "errors", "console", "clock", "namespaces", "loop");

    private Shim() {}

    /** Returns a function that takes the host and returns what the host calls. */
    static String text() {
        StringBuilder text = new StringBuilder("(function (host) {'use strict';\n")
                .append("const r = { __proto__: null };\nconst p = ")
                .append(read("primordials"))
                .append("();\nlet entry;\n");
        for (String part : PARTS) {
            text.append("entry = ").append(read(part)).append("(p, r, host);\n");
        }
        return text.append("return entry;\n})").toString();
    }

    private static String read(String part) {
        try (InputStream in = Shim.class.getResourceAsStream("realm/" + part + ".js")) {
            if (in == null) {
                throw new IllegalStateException("The jar of the sandbox lacks realm/" + part + ".js.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
