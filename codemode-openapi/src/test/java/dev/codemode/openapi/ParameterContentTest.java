package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.internal.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters that are written in a media type: as {@code content} of OpenAPI 3, and as the whole query of 3.2. */
final class ParameterContentTest {
    private static String content(String in, String mediaType, String schema, String more) {
        return TestApi.parameter(
                in.equals("path") ? "/{p}" : "/a",
                "{ name: p, in: " + in + ", required: true, content: { \"" + mediaType + "\": { schema: " + schema
                        + more + " } } }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | string | \"two words\" | two%20words",
                "text/plain | integer | 5 | 5",
                "text/plain | boolean | true | true",
                "text/csv | string | \"a,b\" | a%2Cb",
                "application/xml | string | \"<a/>\" | %3Ca%2F%3E",
                "application/x-yaml | string | \"a: 1\" | a%3A%201",
                "'*/*' | string | \"a b\" | a%20b",
                "'text/*' | string | \"a b\" | a%20b",
                "'*/*' | object | {\"a\":1} | %7B%22a%22%3A1%7D",
                "application/jwt | string | \"a.b\" | a.b",
                "application/json | string | \"a\" | %22a%22",
                "application/vnd.x+json; v=1 | array | [1,\"b\"] | %5B1%2C%22b%22%5D",
                "application/x-www-form-urlencoded | object | {\"a\":\"1 2\",\"b\":[3,4]} | a%3D1%2B2%26b%3D3%26b%3D4",
            })
    void writesAValueInItsMediaType(String mediaType, String type, String json, String written) throws Exception {
        String schema = "{ type: " + type + " }";
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(content("query", mediaType, schema, ""), server, "p", Json.read(json));
            assertThat(server.requestLine()).isEqualTo("GET /a?p=" + written);
            TestApi.call(content("path", mediaType, schema, ""), server, "p", Json.read(json));
            assertThat(server.requestLine()).isEqualTo("GET /" + written);
            TestApi.call(content("cookie", mediaType, schema, ""), server, "p", Json.read(json));
            assertThat(server.header("Cookie")).isEqualTo("p=" + written);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/plain | string | \"two words\" | two words",
                "text/csv | string | \"a,b\" | a,b",
                "application/xml | string | \"<a/>\" | <a/>",
                "application/json | object | {\"a\":[1]} | {\"a\":[1]}"
            })
    void writesAHeaderInItsMediaType(String mediaType, String type, String json, String written) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(content("header", mediaType, "{ type: " + type + " }", ""), server, "p", Json.read(json));
            assertThat(server.header("p")).isEqualTo(written);
        }
    }

    @Test
    void refusesControlCharactersInATextOfAHeader() {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(
                            content("header", "text/plain", "{ type: string }", ""), server, "p", "a\r\nb"))
                    .hasMessage("'p' must not have control characters: it goes into the header.");
        }
    }

    private static String declared(String document) {
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            assertThat(source.load().issues()).isEmpty();
            Catalog catalog = Catalog.of(source.load().services());
            return TypeScriptDeclarations.of(catalog)
                    .shortSignature(catalog.operations().iterator().next())
                    .replace("): Promise<unknown>", "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/xml | object | string",
                "text/csv | array | string",
                "text/plain | integer | number",
                "application/json | array | unknown[]",
                "application/x-www-form-urlencoded | object | { [key: string]: unknown }",
            })
    void declaresWhatTheMediaTypeCanWrite(String mediaType, String type, String declared) {
        assertThat(declared(content("query", mediaType, "{ type: " + type + " }", "")))
                .isEqualTo("api.call({ p: " + declared + " }");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json | '' | {\"a\":1} | ?%7B%22a%22%3A1%7D",
                "application/json | '' | [1,2] | ?%5B1%2C2%5D",
                "application/json | '' | \"a\" | ?%22a%22",
                "application/vnd.q+json | '' | {} | ?%7B%7D",
                "text/plain | '' | \"a b&c\" | ?a%20b%26c",
                "application/jsonpath | '' | \"$.a[1:1]\" | ?%24.a%5B1%3A1%5D",
                "application/x-www-form-urlencoded | '' | {\"a\":\"x + y\",\"b\":true,\"c\":null} | ?a=x+%2B+y&b=true",
                "application/x-www-form-urlencoded | '' | {\"tags\":[\"x\",\"y\"]} | ?tags=x&tags=y",
                "application/x-www-form-urlencoded | 'tags: { style: form, explode: false }' | {\"tags\":[\"x\",\"y\"]} | ?tags=x,y",
                "application/x-www-form-urlencoded | 'tags: { contentType: application/json }' | {\"tags\":[1]} | ?tags=%5B1%5D",
                "application/x-www-form-urlencoded | 'o: { style: deepObject, explode: true }' | {\"o\":{\"a\":1}} | ?o%5Ba%5D=1",
                "application/x-www-form-urlencoded | '' | {} | ''",
                "application/x-www-form-urlencoded | '' | \"a=1&b=%20#x y\" | ?a=1&b=%20%23x%20y",
            })
    void writesTheWholeQueryInItsMediaType(String mediaType, String encoding, String json, String query)
            throws Exception {
        String document = content("querystring", mediaType, "{}", ", encoding: { " + encoding + " }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "p", Json.read(json));
            assertThat(server.requestLine()).isEqualTo("GET /a" + query);
        }
    }

    @Test
    void readsAWholeQueryWithoutANameOrContent() throws Exception {
        String document = TestApi.parameter("/a", "{ in: querystring, schema: { type: object } }");
        assertThat(declared(document)).isEqualTo("api.call({ query?: { [key: string]: unknown } }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "query", Json.read("{\"a\":[1,2]}"));
            assertThat(server.requestLine()).isEqualTo("GET /a?a=1&a=2");
        }
    }
}
