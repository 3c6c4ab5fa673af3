package dev.codemode.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Catalog;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.script.PreparedScript;
import dev.codemode.script.ScriptRequest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The strict check of scripts and an operation whose document asks for more than its server does. */
final class AdvisedArgumentsTest {
    private static final String DOCUMENT = """
            openapi: 3.0.3
            info: { title: Zones, version: "1" }
            paths:
              /zones/{zone}:
                patch:
                  operationId: patchZone
                  parameters: [{ name: zone, in: path, required: true, schema: { type: string } }]
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema:
                          type: object
                          additionalProperties: false
                          required: [sets]
                          properties:
                            sets: { type: array, items: { type: object, required: [ttl], properties: { ttl: { type: integer } } } }
                  responses: { "200": { description: OK, content: { application/json: { schema: { type: string } } } } }
            """;

    @Test
    void passesWhatTheDocumentForbidsAndRefusesNamesThatThereAreNot() throws InterruptedException {
        try (OpenApiSource source = OpenApiSource.builder("dns", DOCUMENT)
                .baseUrl("https://api.example.org")
                .argumentCheck(operation -> true, ArgumentCheck.ADVISE)
                .build()) {
            TypeScriptScripts scripts = BriefWorkers.shared();
            Catalog catalog = Catalog.of(source.load().services());
            scripts.anticipate(catalog);
            assertThat(scripts.awaitChecked(Duration.ofMinutes(2))).isTrue();
            for (String arguments : new String[] {"", "{ zone: 1 }", "{ zone: 'a', sets: [{}] }", "{ sets: 'x' }"}) {
                assertThat(prepared(scripts, catalog, "return (await dns.patchZone(" + arguments + ")).length"))
                        .as(arguments)
                        .isInstanceOf(PreparedScript.Ready.class);
            }
            assertThat(prepared(scripts, catalog, "return dns.patchZone({ zoen: 'a' })"))
                    .isInstanceOf(PreparedScript.Rejected.class);
        }
    }

    private static PreparedScript prepared(TypeScriptScripts scripts, Catalog catalog, String script) {
        return Settled.of(scripts, new ScriptRequest(script, catalog));
    }
}
