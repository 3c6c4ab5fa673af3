package dev.codemode.declaration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The declarations of the globals that every script has besides the services. */
final class ProvidedGlobals {
    private static final String TEXT = read();

    private ProvidedGlobals() {}

    static String text() {
        return TEXT;
    }

    private static String read() {
        try (InputStream in = ProvidedGlobals.class.getResourceAsStream("globals.d.ts")) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks its resource globals.d.ts.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
