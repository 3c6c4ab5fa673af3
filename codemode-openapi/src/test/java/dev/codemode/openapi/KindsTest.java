package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.source.SourceSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of which a discriminator says that they have kinds. */
final class KindsTest {
    private static final String PETS = """
            Pet: { type: object, required: [petType], properties: { petType: { type: string } }, discriminator: %s }
            Cat: { allOf: [{ $ref: "#/%s/Pet" }, { properties: { mood: { type: string } } }] }
            """;

    private static String swagger2() {
        return """
                swagger: "2.0"
                info: { title: T, version: "1" }
                host: api.example.com
                paths: { /pets: { post: { operationId: call, parameters: [{ in: body, name: b, required: true, schema: { $ref: "#/definitions/Pet" } }], responses: { "200": { description: OK } } } } }
                definitions:
                """ + PETS.formatted("petType", "definitions").indent(2);
    }

    private static String openApi3(String mediaType, String schema) {
        return """
                openapi: 3.0.3
                info: { title: T, version: "1" }
                servers: [{ url: https://api.example.com }]
                paths: { /pets: { post: { operationId: call, requestBody: { required: true, content: { %s: { schema: %s } } }, responses: { "200": { description: OK } } } } }
                components:
                  schemas:
                """.formatted(mediaType, schema)
                + PETS.formatted("{ propertyName: petType }", "components/schemas")
                        .indent(4);
    }

    private static String pet(String document) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "petType", "Cat", "mood", "calm");
            return server.body();
        }
    }

    @Test
    void sendsWhatAKindHasBesidesItsBase() throws Exception {
        String ref = "{ $ref: \"#/components/schemas/Pet\" }";
        String json = "{\"petType\":\"Cat\",\"mood\":\"calm\"}";
        assertThat(pet(openApi3("application/json", ref))).isEqualTo(json);
        assertThat(pet(openApi3("application/json", "{ allOf: [" + ref + "] }")))
                .isEqualTo(json);
        assertThat(pet(openApi3("application/x-www-form-urlencoded", ref))).isEqualTo("petType=Cat&mood=calm");
        assertThat(pet(swagger2())).isEqualTo(json);
    }

    @Test
    void showsTheValuesAndPropertiesOfAllKindsAsArguments() {
        for (String document :
                List.of(swagger2(), openApi3("application/json", "{ $ref: \"#/components/schemas/Pet\" }"))) {
            try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
                SourceSnapshot snapshot = source.load();
                assertThat(snapshot.issues()).isEmpty();
                Catalog catalog = Catalog.of(snapshot.services());
                assertThat(TypeScriptDeclarations.of(catalog)
                                .shortSignature(catalog.operations().iterator().next()))
                        .isEqualTo("api.call({ petType: \"Cat\" | string; mood?: string }): Promise<unknown>");
            }
        }
    }

    @Test
    void givesNoPropertyToAKindThatIsNotAnObject() {
        String document = """
                openapi: 3.1.0
                info: { title: a, version: "1" }
                servers: [{ url: "https://api.example.com" }]
                paths:
                  /a:
                    get:
                      operationId: call
                      responses:
                        "200":
                          description: ok
                          content:
                            application/json:
                              schema:
                                oneOf: [{ $ref: "#/components/schemas/Folder" }, { $ref: "#/components/schemas/File" }]
                                discriminator:
                                  propertyName: type
                                  mapping: { array: "#/components/schemas/Folder", file: "#/components/schemas/File" }
                components:
                  schemas:
                    Folder: { type: array, items: { type: object, properties: { name: { type: string } } } }
                    File: { type: object, required: [size], properties: { size: { type: integer } } }
                """;
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            Catalog catalog = Catalog.of(source.load().services());
            assertThat(TypeScriptDeclarations.of(catalog)
                            .shortSignature(catalog.operations().iterator().next()))
                    .isEqualTo("api.call(): Promise<Folder | ({ type: \"file\" } & File)>");
        }
    }

    private static String typeOf(String schema) {
        String document = TestApi.parameter("/a", "{ name: p, in: query, schema: " + schema + " }");
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            SourceSnapshot snapshot = source.load();
            Catalog catalog = Catalog.of(snapshot.services());
            String signature = TypeScriptDeclarations.of(catalog)
                    .shortSignature(catalog.operations().iterator().next());
            return signature.substring("api.call({ p?: ".length(), signature.indexOf(" })"))
                    + snapshot.issues().stream()
                            .map(issue -> " " + issue.message())
                            .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ pattern: '^a' } | string[]",
                "{ minLength: 1 } | string[]",
                "{ maxLength: 1 } | string[]",
                "{ format: uuid } | string[]",
                "{ format: int64 } | number[]",
                "{ minimum: 1 } | number[]",
                "{ exclusiveMaximum: 1 } | number[]",
                "{ multipleOf: 2 } | number[]",
                "{ description: x } | unknown[]",
                "{ nullable: true } | unknown[]"
            })
    void tellsTheTypeOfAParameterByOtherKeywords(String schema, String type) {
        assertThat(typeOf(schema)).isEqualTo(type);
    }
}
