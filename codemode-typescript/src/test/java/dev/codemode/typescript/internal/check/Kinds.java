package dev.codemode.typescript.internal.check;

import dev.codemode.catalog.Catalog;
import dev.codemode.openapi.OpenApiSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document of the corpus that has every kind of schema. */
public final class Kinds {
    private Kinds() {}

    public static String document() {
        try {
            return Files.readString(Path.of("src/test/resources/corpus/kinds.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OpenApiSource source() {
        return OpenApiSource.builder("kinds", document())
                .baseUrl("https://api.example.org")
                .build();
    }

    public static Catalog catalog() {
        try (OpenApiSource source = source()) {
            return Catalog.of(source.load().services());
        }
    }
}
