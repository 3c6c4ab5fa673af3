package dev.codemode.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** GitHub's OpenAPI document. */
public final class GitHubDocument {
    private static final Path FILE = Path.of("../codemode-openapi/src/test/resources/documents/github.json.gz");

    private GitHubDocument() {}

    /** Returns it, unpacked. */
    public static String text() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
