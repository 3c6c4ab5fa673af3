package dev.codemode.openapi.internal.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.openapi.internal.text.DocumentText;
import dev.codemode.source.SourceIssue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OverlayTest {
    private static final String DOCUMENT =
            "{a: {b: [{n: x, v: 1}, {n: y, v: 2, flag: true}, {n: z, v: 3}], 'c d': {n: deep}}, n: top}";

    private static String changed(String actions, Issues issues) throws UnreadableException {
        Located document = Located.root(DocumentText.parse(DOCUMENT).root(), "");
        new Overlay(
                        DocumentText.parse("{overlay: 1.0.0, actions: [" + actions + "]}")
                                .root(),
                        "o.yaml",
                        issues)
                .apply(document);
        return document.node().toString();
    }

    private static List<String> told(String actions) throws UnreadableException {
        Issues issues = new Issues(System.getLogger("test"));
        changed(actions, issues);
        return issues.list(false).stream()
                .map(issue -> issue.severity() + " " + issue.location() + " " + issue.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "$; /",
                "$.a.b[0]; /a/b/0",
                "$.a.b[-1].n; /a/b/2/n",
                "$['a']['c d'].n; /a/c d/n",
                "$.a[\"c d\",'b'][*]; /a/c d/n,/a/b/0,/a/b/1,/a/b/2",
                "$..n; /n,/a/b/0/n,/a/b/1/n,/a/b/2/n,/a/c d/n",
                "$.a.b[1:]; /a/b/1,/a/b/2",
                "$.a.b[::-2]; /a/b/2,/a/b/0",
                "$.a.b[?@.n == 'y'].v; /a/b/1/v",
                "$.a.b[?@.v >= 2 && !@.flag]; /a/b/2",
                "$.a.b[?(@.v < 2 || @['flag'] == true)]; /a/b/0,/a/b/1",
                "$.a.b[?@.n != $.a.b[0].n]; /a/b/1,/a/b/2",
                "$.a.b[?@.none == $.none]; /a/b/0,/a/b/1,/a/b/2",
                "$.none; ''",
                "$.a.b.length; ''"
            })
    void findsWhatAQueryNames(String query, String places) throws UnreadableException {
        Located document = Located.root(DocumentText.parse(DOCUMENT).root(), "");
        List<String> found = JsonQuery.of(query).find(document).stream()
                .map(Located::pointer)
                .toList();
        assertThat(found).containsExactlyInAnyOrder(places.isEmpty() ? new String[0] : places.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "$.",
                "$a",
                "$[",
                "$['a",
                "$[?",
                "$[?@.a ==]",
                "$[?length(@.a) == 1]",
                "$.a b",
                "$[01]",
                "$[?1]"
            })
    void refusesWhatIsNotAQuery(String query) {
        assertThatThrownBy(() -> JsonQuery.of(query)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void updatesAndRemoves() throws UnreadableException {
        Issues issues = new Issues(System.getLogger("test"));
        assertThat(changed("""
                {target: $.a.b, remove: false, update: {n: w}},
                {target: "$.a.b[?@.v > 1]", remove: true},
                {target: "$.a['c d']", update: {n: changed, m: {k: [1]}}},
                {target: "$.a['c d']", update: {m: {k: [2], l: 1}}},
                {target: $.n, update: bottom}
                """, issues))
                .isEqualTo(
                        "{\"a\":{\"b\":[{\"n\":\"x\",\"v\":1},{\"n\":\"w\"}],\"c d\":{\"n\":\"changed\",\"m\":{\"k\":[1,2],"
                                + "\"l\":1}}},\"n\":\"bottom\"}");
        assertThat(issues.list(false)).isEmpty();
    }

    @Test
    void tellsATargetThatIsNothing() throws UnreadableException {
        assertThat(told("{target: $.paths.x, remove: true}"))
                .containsExactly("WARNING o.yaml#/actions/0 The target $.paths.x matches nothing in the document.");
    }

    @Test
    void reportsAnInvalidActionAsAnError() throws UnreadableException {
        assertThat(told("{target: $.a}, {target: '$[?count(@) > 1]', remove: true}, {target: $, remove: true}"))
                .containsExactly(
                        "ERROR o.yaml#/actions/0 An action needs 'target', and 'update' or 'remove: true'.",
                        "ERROR o.yaml#/actions/1 The target $[?count(@) > 1] is not a JSONPath (RFC 9535): a value is missing;"
                                + " functions are not supported at character 4.",
                        "ERROR o.yaml#/actions/2 The whole document cannot be removed.");
    }

    @Test
    void takesAwayWhatADocumentWronglyRequires(@TempDir Path directory) throws Exception {
        Path overlay = directory.resolve("overlay.yaml");
        Files.writeString(overlay, """
                overlay: 1.0.0
                info: { title: Corrections, version: "1" }
                actions:
                  - target: $.definitions.RRSet.required[?@ == 'ttl' || @ == 'records']
                    remove: true
                """);
        String document = """
                swagger: "2.0"
                info: { title: T, version: "1" }
                host: api.example.com
                paths: { /zone: { patch: { operationId: patchZone, parameters: [{ in: body, name: b, required: true, schema: { $ref: "#/definitions/RRSet" } }], responses: { "204": { description: OK } } } } }
                definitions: { RRSet: { type: object, required: [name, ttl, records], properties: { name: { type: string }, ttl: { type: integer }, records: { type: array, items: { type: string } } } } }
                """;
        try (OpenApiSource source =
                OpenApiSource.builder("pdns", document).overlay(overlay).build()) {
            Catalog catalog = Catalog.of(source.load().services());
            assertThat(TypeScriptDeclarations.of(catalog)
                            .shortSignature(catalog.operations().iterator().next()))
                    .isEqualTo("pdns.patchZone({ name: string; ttl?: number; records?: string[] }): Promise<null>");
            assertThat(source.load().issues()).isEmpty();
        }
    }

    @Test
    void stopsTheBuildWhereAnOverlayCannotBeRead(@TempDir Path directory) {
        try (OpenApiSource source = OpenApiSource.builder("api", "{openapi: 3.1.0, paths: {/a: {get: {}}}}")
                .baseUrl("https://api.example.com")
                .overlay(directory.resolve("none.yaml"))
                .build()) {
            assertThat(source.load().issues())
                    .containsExactly(SourceIssue.error(
                            "overlay 'none.yaml'", "Cannot apply the overlay. The file cannot be read."));
        }
    }
}
