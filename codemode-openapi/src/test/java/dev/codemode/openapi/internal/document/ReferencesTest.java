package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferencesTest {
    @TempDir
    Path directory;

    private static String declarations(ReadDocument read) {
        assertThat(read.service()).isNotNull();
        return TypeScriptDeclarations.of(Catalog.of(List.of(read.service()))).service(read.service());
    }

    private static String document(String start, String property, String schemas) {
        return """
                %s
                info: { title: T, version: "1" }
                servers: [{ url: https://api.example.com }]
                paths: { /a: { get: { operationId: o, responses: { "200": { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } } } } }
                components:
                  schemas:
                    A: { type: object, additionalProperties: false, properties: { a: %s } }
                %s
                """.formatted(start, property, schemas.indent(4));
    }

    private static String typeOfA(String property, String schemas) {
        ReadDocument read = DocumentReader.read(document("openapi: 3.1.0", property, schemas), TestOptions.of("api"));
        assertThat(read.issues()).isEmpty();
        String declared = declarations(read);
        return declared.substring(declared.indexOf("a?: ") + 4, declared.indexOf(';', declared.indexOf("a?: ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://example.com/u | U",
                "https://example.com/u# | U",
                "https://example.com/u#/$defs/sub | Sub",
                "https://example.com/u#here | Here",
                "/components/../v | ''"
            })
    void findsWhatAnIdNames(String reference, String type) {
        String schemas = """
                U:
                  $id: https://example.com/u
                  type: object
                  properties: { x: { $ref: "#/$defs/sub" }, y: { $ref: "#here" }, z: { $ref: "#" }, v: { $ref: v } }
                  $defs:
                    sub: { type: object, title: Sub, properties: { s: { type: string } } }
                    here: { $anchor: here, enum: [m] }
                V: { $id: "https://example.com/v", enum: [furlong] }
                """;
        if (type.isEmpty()) {
            assertThat(DocumentReader.read(
                                    document("openapi: 3.1.0", "{ $ref: \"" + reference + "\" }", schemas),
                                    TestOptions.of("api"))
                            .issues())
                    .hasSize(1);
            return;
        }
        assertThat(typeOfA("{ $ref: \"" + reference + "\" }", schemas)).isEqualTo(type);
    }

    @Test
    void readsReferencesWithinAnIdFromThere() {
        ReadDocument read = DocumentReader.read(
                document("openapi: 3.1.0", "{ $ref: \"#/components/schemas/U\" }", """
                        U:
                          $id: https://example.com/u
                          type: object
                          additionalProperties: false
                          properties: { x: { $ref: "#/$defs/sub" }, y: { $ref: "#here" }, z: { $ref: "#" }, v: { $ref: v }, w: { $ref: "#/components/schemas/W" } }
                          $defs:
                            sub: { enum: [one, two] }
                            there: { $anchor: here, enum: [m] }
                        V: { $id: "https://example.com/v", enum: [furlong, mile] }
                        W: { $anchor: here, enum: [far, near] }
                        """), TestOptions.of("api"));
        assertThat(read.issues()).isEmpty();
        assertThat(declarations(read)).isEqualTo("""
                /** T */
                declare namespace api {
                  interface A {
                    a?: U;
                  }

                  type Sub = "one" | "two";

                  type There = "m";

                  interface U {
                    x?: Sub;
                    y?: There;
                    z?: U;
                    v?: V;
                    w?: W;
                  }

                  type V = "furlong" | "mile";

                  type W = "far" | "near";

                  /** GET /a */
                  function o(): Promise<A>;
                }
                """);
    }

    @Test
    void findsNoAnchorBeyondItsResource() {
        ReadDocument read = DocumentReader.read(
                document(
                        "openapi: 3.1.0",
                        "{ $ref: \"#here\" }",
                        "U: { $id: \"https://example.com/u\", $anchor: here, enum: [m] }"),
                TestOptions.of("api"));
        assertThat(read.issues())
                .extracting("message")
                .containsExactly("The reference '#here' leads nowhere. Define what it names.");
    }

    @Test
    void knowsItselfByItsSelf() {
        ReadDocument read = DocumentReader.read(
                document(
                        "openapi: 3.2.0\n$self: https://example.com/api/openapi.yaml",
                        "{ $ref: \"https://example.com/api/openapi.yaml#/components/schemas/B\" }",
                        "B: { enum: [m, n] }\nC: { $ref: \"openapi.yaml#/components/schemas/B\" }"),
                TestOptions.of("api"));
        assertThat(read.issues()).isEmpty();
        assertThat(declarations(read)).contains("a?: B;");
    }

    @Test
    void takesTheDocumentForItselfByItsOwnName() throws IOException {
        Path file = directory.resolve("doc.yaml");
        Files.writeString(
                file,
                document("openapi: 3.1.0", "{ $ref: \"./doc.yaml#/components/schemas/B\" }", "B: { enum: [m, n] }"));
        ReadDocument read = DocumentReader.read(file, TestOptions.of("api"));
        assertThat(read.issues()).isEmpty();
        assertThat(declarations(read)).contains("a?: B;").doesNotContain("B2");
    }

    @Test
    void takesTheDocumentForItselfWhereFilesReferBack() throws IOException {
        Path file = directory.resolve("doc.yaml");
        Files.writeString(
                file,
                document(
                                "openapi: 3.1.0",
                                "{ $ref: \"parts/parts.yaml#/Order\" }",
                                "Money: { type: object, properties: { cents: { type: integer } } }")
                        .replace("paths: {", "paths: { /b: { $ref: \"parts/path.yaml\" },"));
        Files.createDirectories(directory.resolve("parts"));
        Files.writeString(
                directory.resolve("parts/parts.yaml"),
                "Order: { type: object, properties: { price: { $ref: \"../doc.yaml#/components/schemas/Money\" }, next: {"
                        + " $ref: \"./parts.yaml#/Order\" } } }");
        Files.writeString(
                directory.resolve("parts/path.yaml"),
                "get: { operationId: p, responses: { \"200\": { description: \"\", content: { application/json: { schema:"
                        + " { $ref: \"../doc.yaml#/components/schemas/Money\" } } } } } }");
        ReadDocument read = DocumentReader.read(file, TestOptions.with("api", directory));
        assertThat(read.issues()).isEmpty();
        assertThat(read.service().types()).containsOnlyKeys("A", "Money", "Order");
    }

    @Test
    void tellsRoutesThatAreOneAndTheSame() {
        ReadDocument read = DocumentReader.read(
                "{openapi: 3.1.0, servers: [{url: 'https://a.example'}], paths: {'/a/{x}': {get: {parameters: [{name: x, in:"
                        + " path}]}}, '/a/{y}': {get: {parameters: [{name: y, in: path}, {name: y, in: path}]}}}}",
                TestOptions.of("api"));
        assertThat(read.issues())
                .extracting("location", "message")
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "/paths/~1a~1{y}",
                                "The path is the same route as '/a/{x}': only the names of their parameters differ. Both"
                                        + " were read; write them as one path."),
                        org.assertj.core.groups.Tuple.tuple(
                                "/paths/~1a~1{y}/get/parameters/1",
                                "The list has another parameter with this name and place; this one counts."));
    }
}
