package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.internal.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The style table of OpenAPI 3.0.4 and 3.1.1 (4.8.12.4), on the wire. */
final class StyleTableTest {
    private static final String ARRAY = "[\"blue\",\"black\",\"brown\"]";
    private static final String OBJECT = "{\"R\":100,\"G\":200,\"B\":150}";

    private static Object value(String name) {
        return Json.read(name.replace("ARRAY", ARRAY).replace("OBJECT", OBJECT));
    }

    private static String parameter(String in, String style, boolean explode) {
        return "{ name: color, in: " + in + ", required: true, style: " + style + ", explode: " + explode
                + ", schema: {} }";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simple | false | \"blue\" | /blue",
                "simple | false | ARRAY | /blue,black,brown",
                "simple | false | OBJECT | /R,100,G,200,B,150",
                "simple | true | \"blue\" | /blue",
                "simple | true | ARRAY | /blue,black,brown",
                "simple | true | OBJECT | /R=100,G=200,B=150",
                "label | false | \"blue\" | /.blue",
                "label | false | ARRAY | /.blue,black,brown",
                "label | false | OBJECT | /.R,100,G,200,B,150",
                "label | true | \"blue\" | /.blue",
                "label | true | ARRAY | /.blue.black.brown",
                "label | true | OBJECT | /.R=100.G=200.B=150",
                "matrix | false | \"blue\" | /;color=blue",
                "matrix | false | ARRAY | /;color=blue,black,brown",
                "matrix | false | OBJECT | /;color=R,100,G,200,B,150",
                "matrix | true | \"blue\" | /;color=blue",
                "matrix | true | ARRAY | /;color=blue;color=black;color=brown",
                "matrix | true | OBJECT | /;R=100;G=200;B=150",
                "simple | false | \"a b/c?d#e%f,g\" | /a%20b%2Fc%3Fd%23e%25f%2Cg",
                "simple | false | \"Bücher\" | /B%C3%BCcher",
                "simple | false | 7 | /7",
                "simple | false | 1.5 | /1.5",
                "simple | false | true | /true",
            })
    void spellsPaths(String style, boolean explode, String value, String path) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    TestApi.parameter("/{color}", parameter("path", style, explode)), server, "color", value(value));
            assertThat(server.requestLine()).isEqualTo("GET " + path);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "form | false | \"\" | ?color=",
                "form | false | \"blue\" | ?color=blue",
                "form | false | ARRAY | ?color=blue,black,brown",
                "form | false | OBJECT | ?color=R,100,G,200,B,150",
                "form | true | \"\" | ?color=",
                "form | true | \"blue\" | ?color=blue",
                "form | true | ARRAY | ?color=blue&color=black&color=brown",
                "form | true | OBJECT | ?R=100&G=200&B=150",
                "form | false | [] | ''",
                "form | true | {} | ''",
                "form | false | [\"a,b\",\"c&d\"] | ?color=a%2Cb,c%26d",
                "form | false | null | ''",
                "spaceDelimited | false | ARRAY | ?color=blue%20black%20brown",
                "spaceDelimited | false | OBJECT | ?color=R%20100%20G%20200%20B%20150",
                "spaceDelimited | true | ARRAY | ?color=blue&color=black&color=brown",
                "pipeDelimited | false | ARRAY | ?color=blue%7Cblack%7Cbrown",
                "pipeDelimited | false | OBJECT | ?color=R%7C100%7CG%7C200%7CB%7C150",
                "pipeDelimited | true | ARRAY | ?color=blue&color=black&color=brown",
                "deepObject | true | OBJECT | ?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150",
                "deepObject | true | {\"a\":{\"b\":[1,{\"c\":2}]}} | ?color%5Ba%5D%5Bb%5D%5B0%5D=1&color%5Ba%5D%5Bb%5D%5B1%5D%5Bc%5D=2",
                "form | true | \"a b&c=d+e/f?\" | ?color=a%20b%26c%3Dd%2Be%2Ff%3F",
                "form | true | \"two\\nlines\" | ?color=two%0Alines",
            })
    void spellsQueries(String style, boolean explode, String value, String query) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(TestApi.parameter("/c", parameter("query", style, explode)), server, "color", value(value));
            assertThat(server.requestLine()).isEqualTo("GET /c" + query);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | \"\" | ''",
                "false | \"blue\" | blue",
                "false | ARRAY | blue,black,brown",
                "false | OBJECT | R,100,G,200,B,150",
                "true | ARRAY | blue,black,brown",
                "true | OBJECT | R=100,G=200,B=150",
                "false | \"a b; c=\\\"d\\\"\" | a b; c=\"d\"",
            })
    void spellsHeaders(boolean explode, String value, String header) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            String parameter = parameter("header", "simple", explode).replace("color", "X-Color");
            TestApi.call(TestApi.parameter("/c", parameter), server, "X-Color", value(value));
            assertThat(server.header("X-Color")).isEqualTo(header);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "false | \"blue\" | color=blue",
                "false | ARRAY | color=blue%2Cblack%2Cbrown",
                "true | ARRAY | color=blue; color=black; color=brown",
                "true | OBJECT | R=100; G=200; B=150",
                "true | \"a; b\" | color=a%3B%20b",
            })
    void spellsCookies(boolean explode, String value, String header) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(TestApi.parameter("/c", parameter("cookie", "form", explode)), server, "color", value(value));
            assertThat(server.header("Cookie")).isEqualTo(header);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schema: {}, allowReserved: true | \"a/b?c:d&e=f#g\" | ?q=a/b?c:d%26e%3Df%23g",
                "content: { application/json: { schema: {} } } | {\"a\":[1,2]} | ?q=%7B%22a%22%3A%5B1%2C2%5D%7D"
            })
    void spellsReservedCharactersAndContent(String keywords, String value, String query) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            String document = TestApi.parameter("/c", "{ name: q, in: query, " + keywords + " }");
            TestApi.call(document, server, "q", Json.read(value));
            assertThat(server.requestLine()).isEqualTo("GET /c" + query);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csv | ?color=blue,black,brown",
                "ssv | ?color=blue%20black%20brown",
                "tsv | ?color=blue%09black%09brown",
                "pipes | ?color=blue%7Cblack%7Cbrown",
                "multi | ?color=blue&color=black&color=brown"
            })
    void spellsCollectionsOfVersion2(String format, String query) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            String document = """
                    swagger: "2.0"
                    info: { title: Test, version: "1" }
                    host: api.example.com
                    paths:
                      /c: { get: { operationId: call, parameters: [{ name: color, in: query, type: array, items: { type: string }, collectionFormat: %s }], responses: { 200: { description: OK } } } }
                    """.formatted(format);
            TestApi.call(document, server, "color", value("ARRAY"));
            assertThat(server.requestLine()).isEqualTo("GET /c" + query);
        }
    }
}
