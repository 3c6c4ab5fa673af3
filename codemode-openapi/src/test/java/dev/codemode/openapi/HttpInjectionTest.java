package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.source.OperationFailedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpInjectionTest {
    private static final String ITEM =
            TestApi.parameter("/items/{id}", "{ name: id, in: path, required: true, schema: { type: string } }");
    private static final String TRACE =
            TestApi.parameter("/items", "{ name: X-Trace, in: header, schema: { type: string } }");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "../admin",
                "../../admin",
                "./../admin",
                "a/../../admin",
                "..%2f..%2fadmin",
                "%2e%2e/admin",
                "%2e%2e%2fadmin",
                "..\\admin",
                "..;/admin",
                "a/..;/..;/admin",
                "%252e%252e%252fadmin",
                "%25252525252e%25252525252e",
                "\u2025/admin",
                "\uff0e\uff0e\uff0fadmin",
                " .. /admin"
            })
    void refusesDotSegments(String id) {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", id))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageStartingWith("'id' ");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void saysWhyItRefuses() {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", ".."))
                    .hasMessage(
                            "'id' must not have '.' or '..' as a part, but was \"..\": it would lead to another path.");
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", ""))
                    .hasMessage("'id' must not be empty: it is part of the path.");
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", null))
                    .hasMessage("'id' is missing: it is part of the path.");
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", "a\u0000b"))
                    .hasMessage("'id' must not have control characters: it is part of the path.");
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", "a%00b"))
                    .hasMessage("'id' must not have control characters, not even encoded ones.");
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", "..%c0%afadmin"))
                    .hasMessage("'id' is percent-encoded, and not in UTF-8. Pass it unencoded: it will be encoded.");
            assertThatThrownBy(() -> TestApi.call(ITEM, server, "id", "x".repeat(9_000)))
                    .hasMessage("'id' has more than 8000 characters: it is part of the path.");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1?role=admin | /items/1%3Frole%3Dadmin",
                "1#frag | /items/1%23frag",
                "1&x=1 | /items/1%26x%3D1",
                "1;jsessionid=1 | /items/1%3Bjsessionid%3D1",
                "/admin | /items/%2Fadmin",
                "//evil.example/x | /items/%2F%2Fevil.example%2Fx",
                "@evil.example | /items/%40evil.example",
                "http://127.0.0.1/admin | /items/http%3A%2F%2F127.0.0.1%2Fadmin",
                "1 HTTP/1.1 | /items/1%20HTTP%2F1.1",
                "100% | /items/100%25",
                "%41 | /items/%2541",
                "... | /items/...",
                "a..b | /items/a..b"
            })
    void keepsAValueInItsSegment(String id, String path) throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(ITEM, server, "id", id);
            assertThat(server.requestLine()).isEqualTo("GET " + path);
        }
    }

    @Test
    void keepsTheLiteralPartsOfAPath() throws Exception {
        String document = TestApi.parameter(
                "/drive/root:/{path}:/by(path='{name}')",
                "{ name: path, in: path, required: true, schema: {} }, { name: name, in: path, required: true, schema: {} }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "path", "a b", "name", "c'd");
            assertThat(server.requestLine()).isEqualTo("GET /drive/root:/a%20b:/by(path='c%27d')");
        }
    }

    @Test
    void sendsTheQueryThatAPathHas() throws Exception {
        String document = TestApi.parameter("/do?Action=List&v=1#List", "{ name: q, in: query, schema: {} }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(document, server, "q", "a");
            assertThat(server.requestLine()).isEqualTo("GET /do?Action=List&v=1&q=a");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\r\nX-Admin: 1", "a\nX: y", "a\rX: y", "a\u0000b", "a\u0085b", "\u560d\u560aX: y", " lead", "é"
            })
    void refusesInvalidHeaderValues(String value) {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(TRACE, server, "X-Trace", value))
                    .isInstanceOf(OperationFailedException.class)
                    .hasMessageStartingWith("'X-Trace' must ");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void sendsNoHeaderThatTheDocumentDoesNotDeclare() throws Exception {
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    TRACE, server, "X-Trace", "t", "X-Admin", "1", "baseUrl", "http://127.0.0.1:1", "host", "evil");
            assertThat(server.requests().get(0))
                    .isEqualTo(
                            "GET /items HTTP/1.1\r\nHost: "
                                    + server.url().substring(7)
                                    + "\r\nAccept: application/json\r\nAccept-Encoding: gzip\r\nUser-Agent: codemode-java\r\nX-Trace: t\r\n\r\n");
        }
    }

    @Test
    void sendsNoReservedHeaderOfAnArgument() throws Exception {
        String document = TestApi.parameter(
                "/items",
                "{ name: Host, in: header, schema: {} }, { name: authorization, in: header, schema: {} },"
                        + " { name: Cookie, in: header, schema: {} }, { name: Content-Length, in: header, schema: {} }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            TestApi.call(
                    document, server, "Host", "evil", "authorization", "x", "Cookie", "a=b", "Content-Length", "9");
            assertThat(server.header("Host")).isEqualTo(server.url().substring(7));
            assertThat(server.header("Authorization") + server.header("Cookie")).isEmpty();
        }
    }

    @Test
    void refusesControlCharactersInQueriesAndCookies() {
        String document =
                TestApi.parameter("/items", "{ name: q, in: query, schema: {} }, { name: c, in: cookie, schema: {} }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(document, server, "q", "a\u0000"))
                    .hasMessage("'q' must not have control characters: it goes into the query.");
            assertThatThrownBy(() -> TestApi.call(document, server, "q", List.of("a", "\ud800")))
                    .hasMessage("'q' must not have control characters: it goes into the query.");
            assertThatThrownBy(() -> TestApi.call(document, server, "c", "a\nb"))
                    .hasMessage("'c' must not have control characters: it goes into the cookie.");
        }
    }

    @Test
    void boundsWhatGoesIntoAQuery() {
        String document = TestApi.parameter("/items", "{ name: q, in: query, schema: {} }");
        try (LoopbackServer server = LoopbackServer.ok("1")) {
            assertThatThrownBy(() -> TestApi.call(document, server, "q", "b".repeat(100_000)))
                    .hasMessage("'q' has more than 64000 characters: it goes into the query.");
        }
    }
}
