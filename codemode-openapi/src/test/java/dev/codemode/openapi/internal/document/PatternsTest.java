package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Schema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/^a$/ | ^a$ | the part between them was read.",
                "/^a/ | ^a | the part between them was read.",
                "/a$/g | a$ | the part between them was read.",
                "/^a$/i | '' | it was left out.",
                "#^a$# | ^a$ | the part between them was read.",
                "~^a/b$~ | ^a/b$ | the part between them was read.",
                "@^a$@i | '' | it was left out.",
                "/api/.* | /api/.* | ''",
                "/a/ | /a/ | ''",
                "^/a$ | ^/a$ | ''",
                "^a/$ | ^a/$ | ''",
                "^#[0-9a-f]{6}$ | ^#[0-9a-f]{6}$ | ''",
                "(?i)^a$ | (?i)^a$ | ''"
            })
    void readsExpressionsBetweenDelimiters(String written, String read, String told) {
        check(
                written,
                read,
                told.isEmpty()
                        ? List.of()
                        : List.of("The pattern is enclosed in '" + written.charAt(0)
                                + "', and so matches nothing (JSON Schema 2020-12, 6.4); " + told
                                + " Write only the expression."));
    }

    @ParameterizedTest
    @CsvSource({"^[[:alpha:]]+$", "[[:^digit:]x]"})
    void leavesOutClassesOfPosix(String written) {
        check(
                written,
                "",
                List.of(
                        "The pattern has a POSIX class such as [:alpha:], which ECMA-262 does not have; it was left out."));
    }

    private static void check(String written, String read, List<String> told) {
        ReadDocument document = DocumentReader.read("""
                openapi: 3.1.0
                servers: [{ url: https://api.example.com }]
                paths: { /a: { get: { operationId: o, parameters: [{ name: p, in: query, schema: { type: string, pattern: '%s' } }] } } }
                """.formatted(written), TestOptions.of("api"));
        assertThat(document.issues()).extracting("message").isEqualTo(told);
        Schema.ObjectSchema input =
                (Schema.ObjectSchema) document.service().operations().get("o").input();
        String pattern = ((Schema.StringSchema) input.properties().get(0).schema()).pattern();
        assertThat(pattern == null ? "" : pattern).isEqualTo(read);
    }
}
