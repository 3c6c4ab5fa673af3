package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.internal.json.Json;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.SourceSnapshot;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of paths in the dialects that documents come in: what a script gives, and what goes on the wire. */
final class PathTemplateTest {
    private static String path(String... names) {
        return in("path", names);
    }

    private static String in(String location, String... names) {
        return String.join(
                ", ",
                Stream.of(names)
                        .map(name -> "{ name: \"" + name + "\", in: " + location
                                + ", required: true, schema: { type: string } }")
                        .toList());
    }

    /** Returns the signature and the warnings. */
    private static String signature(String document) {
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            SourceSnapshot snapshot = source.load();
            Catalog catalog = Catalog.of(snapshot.services());
            String signature = TypeScriptDeclarations.of(catalog)
                    .shortSignature(catalog.operations().iterator().next());
            return signature
                            .replace("api.call(", "")
                            .replace("): Promise<unknown>", "")
                            .replace("): Promise<any>", "")
                    + (snapshot.issues().isEmpty()
                            ? ""
                            : " " + snapshot.issues().size());
        }
    }

    private static String line(String document, String json) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, TestApi.argumentsOf(json));
            return server.requestLine().substring("GET ".length());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/assets/{rest+} | rest | a/b c/d.txt | /assets/a/b%20c/d.txt",
                "/assets/{rest+} | rest+ | a/b | /assets/a/b",
                "/assets/{rest} | rest+ | a/b | /assets/a%2Fb",
                "/assets/{+rest} | rest | a/b | /assets/a/b",
                "/assets/{*rest} | rest | a/b | /assets/a/b",
                "/assets/{**rest} | rest | a/b | /assets/a/b",
                "/assets/{rest*} | rest | a/b | /assets/a/b",
                "/assets/{rest...} | rest | a/b | /assets/a/b",
                "/assets/{rest:.*} | rest | a/b | /assets/a/b",
                "/assets/{rest: .+} | rest | a/b | /assets/a/b",
                "/assets/{rest:path} | rest | a/b | /assets/a/b",
                "/assets/{rest:[a-z/]+} | rest | a/b | /assets/a/b",
                "/assets/{rest:[^.]+} | rest | a/b | /assets/a/b",
                "/assets/{rest:[^/]+} | rest | a/b | /assets/a%2Fb",
                "/assets/{rest:[0-9.]+} | rest | a/b | /assets/a%2Fb",
                "/assets/{rest:[a-z]{2,3}} | rest | a/b | /assets/a%2Fb",
                "/assets/{rest:int} | rest | a/b | /assets/a%2Fb",
                "/assets/{ rest } | rest | a/b | /assets/a%2Fb",
                "/assets/{rest+}/raw | rest | a/b | /assets/a/b/raw",
                "/assets/{rest+}.json | rest | a/b | /assets/a/b.json",
                "/assets/{rest+} | rest | a/b/ | /assets/a/b/",
                "/assets/{rest+} | rest | a%2Fb | /assets/a%252Fb",
                "/v2/{rest=accounts/*/domains/*} | rest | accounts/1/domains/b c | /v2/accounts/1/domains/b%20c",
                "/v1/{rest=operations/**}:cancel | rest | operations/a/b | /v1/operations/a/b:cancel",
                "/v1/{rest=**} | rest | a/b | /v1/a/b",
                "/v1/{rest=*} | rest | a/b | /v1/a%2Fb",
                "/v1/{rest}:cancel | rest | a/b | /v1/a%2Fb:cancel",
                "/a/{rest} | {rest} | b | /a/b",
            })
    void readsTheDialectsOfAPlace(String key, String declared, String value, String sent) throws Exception {
        String document = TestApi.parameter(key, path(declared));
        assertThat(signature(document)).isEqualTo("{ rest: string }");
        assertThat(line(document, Json.write(Map.of("rest", value)))).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/{a}{b} | a b | {\"a\":\"1\",\"b\":\"2\"} | /12",
                "/{a}-{b} | a b | {\"a\":\"1\",\"b\":\"2\"} | /1-2",
                "/{a,b} | a b | {\"a\":\"1\",\"b\":\"2\"} | /1,2",
                "/{a,b} | a,b | {\"a,b\":\"1\"} | /1",
                "/x{;a,b} | a b | {\"a\":\"1\",\"b\":\"2\"} | /x;a=1;b=2",
                "/x{;a,b} | a b | {\"b\":\"2\"} | /x;b=2",
                "/x;a={a} | a | {\"a\":\"1;2\"} | /x;a=1%3B2",
                "/x{.a} | a | {\"a\":\"json\"} | /x.json",
                "/x{.a} | a | {} | /x",
                "/x{/a,b} | a b | {\"a\":\"1\",\"b\":\"2\"} | /x/1/2",
                "/x{/a} | a | {} | /x",
                "/x/{a?} | a | {\"a\":\"1\"} | /x/1",
                "/x/{a?} | a | {} | /x",
                "/x/{a?}/y | a | {} | /x/y",
                "/{a:int?} | a | {} | /",
                "/x/{*} | * | {\"*\":\"a/b\"} | /x/a%2Fb",
                "/x/{a}/y/{a} | a | {\"a\":\"1\"} | /x/1/y/1",
                "/x/{a | - | {} | /x/%7Ba",
                "/x/a} | - | {} | /x/a%7D",
            })
    void readsSeveralPlacesAndOptionalOnes(String key, String declared, String json, String sent) throws Exception {
        String document = TestApi.parameter(key, declared.equals("-") ? "" : path(declared.split(" ", -1)));
        assertThat(signature(document)).doesNotContain("} 1");
        assertThat(line(document, json)).isEqualTo(sent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/?unused | - | {} | /?unused",
                "/b?acl | - | {} | /b?acl",
                "/b?acl= | - | {} | /b?acl=",
                "/do?a&b=1 | - | {} | /do?a&b=1",
                "/do?a=1&&b | - | {} | /do?a=1&b",
                "/do?q={q}&z={z} | path q z | {\"q\":\"a b\",\"z\":\"1&2\"} | /do?q=a%20b&z=1%262",
                "/do?q={q}&z={z} | query q z | {\"q\":\"a b\"} | /do?q=a%20b",
                "/do?q={q}&z={z} | query q z | {\"z\":\"1\",\"q\":\"a\"} | /do?q=a&z=1",
                "/do?filter={q} | query q | {\"q\":\"a\"} | /do?filter=a",
                "/do?q=a-{q}-{z} | path q z | {\"q\":\"1\",\"z\":\"2\"} | /do?q=a-1-2",
                "/do?q=a-{q}-{z} | path q z | {\"q\":\"1\"} | /do",
                "/do?{q}=1 | path q | {\"q\":\"a=b\"} | /do?a%3Db=1",
                "/do?{q} | query q | {\"q\":\"1\"} | /do?q=1",
                "/do?a={q}&b={q} | query q | {\"q\":\"1\"} | /do?a=1&b=1",
                "/do{?q,z} | query q z | {\"q\":\"1\",\"z\":\"2\"} | /do?q=1&z=2",
                "/do{?q,z} | path q z | {\"z\":\"2\"} | /do?z=2",
                "/do?a=1{&q} | query q | {\"q\":\"1\"} | /do?a=1&q=1",
                "/do{?q*} | query q | {\"q\":\"1\"} | /do?q=1",
                "/do?Action=X | query Action | {} | /do?Action=X",
                "/do?Action=X | query Action | {\"Action\":\"Y\"} | /do?Action=Y",
                "/do?acl | query acl | {\"acl\":\"true\"} | /do?acl=true",
                "/do?acl | query acl | {} | /do?acl",
                "/do#frag | query q | {\"q\":\"1\"} | /do?q=1",
                "/do?a#b?c | query q | {\"q\":\"1\"} | /do?a&q=1",
                "/do{#q} | query q | {\"q\":\"1\"} | /do?q=1",
            })
    void fillsTheQueryOfAKey(String key, String declared, String json, String sent) throws Exception {
        String[] words = declared.split(" ", -1);
        String parameters = declared.equals("-")
                ? ""
                : in(words[0], List.of(words).subList(1, words.length).toArray(String[]::new));
        String document = TestApi.parameter(key, parameters);
        assertThat(signature(document)).doesNotContain("InPath").doesNotContain("} 1");
        assertThat(line(document, json)).isEqualTo(sent);
    }

    @Test
    void spreadsAnArrayOfADeclaredQueryParameter() throws Exception {
        String document = TestApi.parameter(
                "/do?ids={ids}", "{ name: ids, in: query, schema: { type: array, items: { type: string } } }");
        assertThat(line(document, "{\"ids\":[\"a\",\"b\"]}")).isEqualTo("/do?ids=a&ids=b");
    }

    @Test
    void asksForWhatNoParameterDeclares() throws Exception {
        assertThat(signature(TestApi.parameter("/a/{rest+}{?q,limit}", "")))
                .isEqualTo("{ rest: string; q?: string; limit?: string } 3");
        assertThat(signature(TestApi.parameter("/a?q={q}", ""))).isEqualTo("{ q: string } 1");
        assertThat(line(TestApi.parameter("/a/{rest+}{?q,limit}", ""), "{\"rest\":\"b/c\",\"limit\":\"1\"}"))
                .isEqualTo("/a/b/c?limit=1");
    }

    @Test
    void asksForNoCredentialThatAKeyHasAPlaceFor() throws Exception {
        String document = TestApi.document(
                "/a?api_key={key}&q=1",
                "{ get: { operationId: call, responses: { \"200\": { description: OK } } } }",
                "securitySchemes: { k: { type: apiKey, in: query, name: api_key } }");
        assertThat(signature(document)).isEqualTo("");
        assertThat(line(document, "{}")).isEqualTo("/a?q=1");
    }

    @Test
    void keepsTheTypeOfADeclaredParameter() {
        assertThat(signature(TestApi.parameter(
                        "/a/{id:[0-9]+}", "{ name: id, in: path, required: true, schema: { type: integer } }")))
                .isEqualTo("{ id: number }");
    }

    @Test
    void saysHowAPlaceIsFilled() {
        String document = TestApi.parameter("/a/{b+}/{c=x/*}", path("b", "c"));
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            SourceSnapshot snapshot = source.load();
            assertThat(TypeScriptDeclarations.of(Catalog.of(snapshot.services()))
                            .service(snapshot.services().get(0)))
                    .contains("/** (slashes stay) */\n    b: string;")
                    .contains("/** (like x/*) */\n    c: string;");
        }
    }

    @Test
    void namesOperationsWithoutTheSignsOfADialect() {
        String document = TestApi.document(
                "/v1/items/{id:[0-9]+}/parts/{name=a/*/b/*}",
                "{ get: { responses: { \"200\": { description: OK } } } }",
                "");
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            assertThat(source.load().handlers().keySet()).hasToString("[api.items.parts.getByName]");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/{a}{b} | . | .",
                "/{a}{b} | .. | ''",
                "/v1/{a}{b} | %25 | 2e%2E",
                "/v1/{a}{b} | %2 | e%2e",
                "/v1/{a}.{b} | %2F | /x",
                "/.{a}{b} | . | /",
                "/.{a}{b} | / | x",
                "/{a}.{b} | / | /x",
                "/{a}.{b} | x/ | \\\\y",
                "/{a}.{b}. | x/ | /",
                "/{a}/{b}. | x | .",
                "/{a}/{b+} | x | ..",
                "/{a}/{b+} | x | y/../z",
                "/{a}/{b+} | x | y/./z",
                "/{a}/{b+} | x | y/%2e%2E/z",
                "/{a}/{b+} | x | y/..;v=1/z",
                "/{a}/{b+} | x | y\\\\..\\\\z",
                "/{a}/{b+} | x | y//z",
                "/{a}/{b+} | x | /y",
                "/{a}/{b+} | x | /",
                "/{a}/{b=x/*} | x | y/z",
                "/{a}/{b=x/*} | x | x/y/z",
                "/{a}/{b=x/*} | x | x/..",
                "/{a}/{b=x/**} | x | x/y/../z",
                "/{a}/{b=x/**/y} | x | x/y/z",
                "/{a}{.b} | . | /x",
                "/{a}{/b} | x | ..",
                "/{a}{/b} | x | %252e%252e",
            })
    void refusesWhatLeadsElsewhere(String key, String a, String b) {
        String document = TestApi.parameter(key, path("a", "b"));
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(document, server, "a", a, "b", b))
                    .isInstanceOf(OperationFailedException.class);
            assertThat(server.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/{a}{b} | .. | . | /...",
                "/{a}..{b} | 1 | 2 | /1..2",
                "/{a}.{b} | 1.0 | 2 | /1.0.2",
                "/{a}/{b+} | x | .y/z..w/... | /x/.y/z..w/...",
            })
    void sendsDotsThatLeadNowhere(String key, String a, String b, String sent) throws Exception {
        String document = TestApi.parameter(key, path("a", "b"));
        assertThat(line(document, Json.write(Map.of("a", a, "b", b)))).isEqualTo(sent);
    }

    @Test
    void saysWhyAValueDoesNotFit() {
        String document = TestApi.parameter("/{a}{b}/{c+}/{d=x/*}", path("a", "b", "c", "d"));
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(document, server, "a", ".", "b", ".", "c", "x", "d", "x/y"))
                    .hasMessage(
                            "'a' and 'b' must not give a path segment with '.' or '..' as a part, but would give \"..\": it would"
                                    + " lead to another path.");
            assertThatThrownBy(() -> TestApi.call(document, server, "a", "1", "b", "2", "c", "/x", "d", "x/y"))
                    .hasMessage("'c' must not begin with a slash or have two in a row: it is part of the path.");
            assertThatThrownBy(() -> TestApi.call(document, server, "a", "1", "b", "2", "c", "x", "d", "1"))
                    .hasMessage("'d' must be like x/*, but was \"1\".");
        }
    }
}
