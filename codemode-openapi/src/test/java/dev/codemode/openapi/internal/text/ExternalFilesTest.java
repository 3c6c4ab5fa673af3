package dev.codemode.openapi.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.openapi.internal.document.DocumentReader;
import dev.codemode.openapi.internal.document.ReadDocument;
import dev.codemode.openapi.internal.document.TestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExternalFilesTest {
    @TempDir
    Path directory;

    private Path schemas;

    @BeforeEach
    void writeFiles() throws IOException {
        schemas = Files.createDirectories(directory.resolve("api/schemas"));
        Files.writeString(schemas.resolve("book.yaml"), """
                Book: { type: object, properties: { author: { $ref: "person.json" }, next: { $ref: "#/Book" } } }
                """);
        Files.writeString(
                schemas.resolve("person.json"),
                "{\"type\": \"object\", \"properties\": {\"name\": {\"type\": \"string\"}}}");
        Files.writeString(directory.resolve("secret.yaml"), "Secret: { type: string, description: canary }");
    }

    private ReadDocument read(String reference) throws IOException {
        Path document = directory.resolve("api/openapi.yaml");
        Files.writeString(document, """
                openapi: 3.1.0
                info: { title: Books, version: "1" }
                servers: [{ url: https://api.example.com }]
                paths:
                  /books: { get: { operationId: list, responses: { "200": { description: OK, content: { application/json: { schema: { $ref: "%s" } } } } } } }
                """.formatted(reference));
        return DocumentReader.read(document, TestOptions.with("api", schemas));
    }

    private static String declarations(ReadDocument read) {
        assertThat(read.service()).isNotNull();
        return TypeScriptDeclarations.of(Catalog.of(List.of(read.service()))).service(read.service());
    }

    @Test
    void followsReferencesThroughFiles() throws IOException {
        ReadDocument read = read("schemas/book.yaml#/Book");
        assertThat(read.issues()).isEmpty();
        assertThat(declarations(read)).isEqualTo("""
                /** Books */
                declare namespace api {
                  interface Book {
                    author?: Person;
                    next?: Book;
                    [key: string]: unknown;
                  }

                  interface Person {
                    name?: string;
                    [key: string]: unknown;
                  }

                  /** GET /books */
                  function list(): Promise<Book>;
                }
                """);
    }

    @Test
    void readsNothingOutsideTheDirectory() throws IOException {
        ReadDocument read = read("../secret.yaml#/Secret");
        assertThat(read.issues())
                .extracting("message")
                .containsExactly(
                        "Cannot follow the reference '../secret.yaml': it leads out of the directory that the host"
                                + " permits.");
        assertThat(declarations(read)).doesNotContain("canary");
    }

    @Test
    void readsNothingThroughASymbolicLink() throws IOException {
        Files.createSymbolicLink(schemas.resolve("link.yaml"), directory.resolve("secret.yaml"));
        assertThat(read("schemas/link.yaml#/Secret").issues())
                .extracting("message")
                .containsExactly(
                        "Cannot follow the reference 'schemas/link.yaml': it leads out of the directory that the"
                                + " host permits.");
    }

    @Test
    void readsNothingOverANetwork() throws IOException {
        assertThat(read("http://127.0.0.1:1/a.yaml#/A").issues())
                .extracting("message")
                .containsExactly(
                        "Cannot follow the reference 'http://127.0.0.1:1/a.yaml': it leads to a network, and only"
                                + " files are read. Bundle the document.");
        assertThat(read("file:///etc/passwd").issues())
                .extracting("message")
                .containsExactly(
                        "Cannot follow the reference 'file:///etc/passwd': it leads to a network, and only files are"
                                + " read. Bundle the document.");
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        assertThat(read("schemas/none.yaml").issues())
                .extracting("message")
                .containsExactly(
                        "Cannot follow the reference 'schemas/none.yaml': there is no such file in the directory"
                                + " that the host permits.");
    }

    @Test
    void boundsTheSizeOfAFile() throws IOException {
        Files.writeString(schemas.resolve("large.yaml"), "a: " + "x".repeat(2 << 20));
        assertThat(read("schemas/large.yaml#/a").issues())
                .extracting("message")
                .containsExactly(
                        "Cannot follow the reference 'schemas/large.yaml': The file is larger than 1048576 bytes"
                                + " (limit: maxDocumentBytes).");
    }
}
