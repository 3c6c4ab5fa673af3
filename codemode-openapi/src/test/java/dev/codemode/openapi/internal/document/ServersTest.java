package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.codemode.jsonschema.internal.document.Issues;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.source.SourceIssue;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServersTest {
    private static final Located AT =
            Located.root(JsonNodeFactory.instance.objectNode(), "").get("servers");

    private static Servers servers(@Nullable String baseUrl, List<String> permitted, String... declared) {
        return Servers.of(options(baseUrl, permitted), List.of(declared), AT, new Issues(System.getLogger("test")));
    }

    private static DocumentOptions options(@Nullable String baseUrl, List<String> permitted) {
        return TestOptions.at(new DocumentOptions.Location(
                baseUrl == null ? null : URI.create(baseUrl),
                permitted.stream().map(URI::create).toList()));
    }

    /** Returns where an operation with servers of its own is sent; null where it is sent nowhere. */
    private static @Nullable String sent(Servers servers, String... own) {
        URI server = servers.of(List.of(own)).server();
        return server == null ? null : server.toString();
    }

    @Test
    void takesTheFirstServerThatSaysWhereItIs() {
        Issues issues = new Issues(System.getLogger("test"));
        DocumentOptions options = TestOptions.of("api");
        Servers servers =
                Servers.of(options, List.of("/v1", "//half", "ftp://a", "https://api.example.com/v1/"), AT, issues);
        assertThat(servers.base()).isEqualTo(URI.create("https://api.example.com/v1"));
        assertThat(issues.list(false))
                .extracting(SourceIssue::message)
                .containsExactly(
                        "The server '/v1' does not say where it is. 'https://api.example.com/v1' was used instead.",
                        "The server '//half' cannot be called: it does not begin with http:// or https://."
                                + " 'https://api.example.com/v1' was used instead.",
                        "The server 'ftp://a' cannot be called: it does not begin with http:// or https://."
                                + " 'https://api.example.com/v1' was used instead.");
    }

    @Test
    void knowsNoServerWhereNoneIsGiven() {
        assertThat(sent(servers(null, List.of(), "/v1"))).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/v1 | The document's server '/api/v1' does not say where it is. Set baseUrl; according to the document, it ends with '/api/v1'.",
                "/ | The document's server '/' does not say where it is. Set baseUrl.",
                "http://my_svc:8080/v1 | The document's server 'http://my_svc:8080/v1' cannot be called: its host 'my_svc' has an underscore, which host names cannot have (RFC 952). Give the server another name, or write its address. Set baseUrl; according to the document, it ends with '/v1'.",
                "http://user:secret@a.example | The document's server 'http://***@a.example' cannot be called: it has a user name or a password. Set baseUrl.",
                "https://{tenant}.example.com | The document's server 'https://{tenant}.example.com' cannot be called: '{tenant}' in it has no default. Set baseUrl.",
                "wss://a.example | The document's server 'wss://a.example' cannot be called: it does not begin with http:// or https://. Set baseUrl.",
            })
    void saysWhyTheDocumentHasNoServerThatCanBeCalled(String declared, String absence) {
        assertThat(servers(null, List.of(), declared).absence()).isEqualTo(absence);
    }

    @Test
    void saysThatTheDocumentNamesNoServer() {
        assertThat(servers(null, List.of()).absence()).isEqualTo("The document names no server. Set baseUrl.");
    }

    @Test
    void prefersTheHostsServer() {
        assertThat(sent(servers("http://localhost:8080", List.of(), "https://api.example.com")))
                .isEqualTo("http://localhost:8080");
    }

    @Test
    void refusesAnOperationsOwnOrigin() {
        Servers servers = servers(null, List.of(), "https://api.example.com");
        assertThat(sent(servers, "https://evil.example.com")).isNull();
        assertThat(sent(servers, "http://api.example.com:8080")).isNull();
        assertThat(sent(servers, "//evil.example.com")).isNull();
        assertThat(servers.of(List.of("https://evil.example.com")).reason())
                .isEqualTo("Its own server 'https://evil.example.com' is not one that the host permits: list it under"
                        + " servers.");
    }

    @Test
    void takesAnOperationsOwnPathAtTheSameOrigin() {
        Servers servers = servers(null, List.of(), "https://api.example.com/v1");
        assertThat(sent(servers, "https://api.example.com/v2")).isEqualTo("https://api.example.com/v2");
        assertThat(sent(servers, "https://API.example.com:443/v2")).isEqualTo("https://api.example.com:443/v2");
        assertThat(sent(servers, "/v2/")).isEqualTo("https://api.example.com/v2");
        assertThat(sent(servers, "v2")).isEqualTo("https://api.example.com/v1/v2");
        assertThat(sent(servers, "//api.example.com/v2")).isEqualTo("https://api.example.com/v2");
    }

    @Test
    void takesAServerThatTheHostPermits() {
        Servers servers = servers("https://api.example.com", List.of("https://uploads.example.com"));
        assertThat(sent(servers, "https://uploads.example.com/files")).isEqualTo("https://uploads.example.com/files");
        assertThat(sent(servers, "https://uploads.example.com:443/files"))
                .isEqualTo("https://uploads.example.com:443/files");
        assertThat(sent(servers, "//uploads.example.com/files")).isEqualTo("https://uploads.example.com/files");
        assertThat(sent(servers, "http://uploads.example.com/files")).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "https://uploads.example.com/v1?tenant=1 | it has a query",
                "https://uploads.example.com/v1# | it has a fragment",
                "https://user:pw@uploads.example.com/v1 | it has a user name or a password",
                "{scheme}://uploads.example.com/v1 | '{scheme}' in it has no default",
                "ftp://uploads.example.com/v1 | it does not begin with http:// or https://",
                "wss://uploads.example.com/v1 | it does not begin with http:// or https://",
                "uploads.example.com:80/v1 | it does not begin with http:// or https://",
                "/v2# | it has a fragment",
                "/v2?admin=1&x= | it has a query",
                "?x=1 | it has a query",
                "`#top` | it has a fragment",
                "/v2;a=b | its path has a semicolon",
                "/../v2 | its path has '.' or '..' as a segment",
                "./v2 | its path has '.' or '..' as a segment",
                "/%2E%2e/v2 | its path has '.' or '..' as a segment",
                "/a%2fb | its path has an encoded dot, slash, backslash or percent sign",
                "/a\\b | it has a backslash",
                "//up_loads.example.com/v1 | its host 'up_loads.example.com' has an underscore, which host names cannot have (RFC 952). Give the server another name, or write its address"
            })
    void sendsNothingWhereAnOperationsOwnServerCannotBeRead(String own, String reason) {
        for (Servers servers : List.of(
                servers("https://api.example.com/base", List.of("https://uploads.example.com")),
                servers(null, List.of("https://uploads.example.com"), "https://api.example.com/base"))) {
            assertThat(servers.of(List.of(own)))
                    .isEqualTo(new Servers.Place(
                            null,
                            "Its own server '" + own.replace("user:pw", "***") + "' cannot be called: " + reason + ".",
                            true));
        }
    }

    @Test
    void sendsWhatIsAtTheApisOwnHostToTheHostsServer() {
        assertThat(sent(servers("http://localhost:8080", List.of(), "//kubernetes.local"), "https://kubernetes.local"))
                .isEqualTo("http://localhost:8080");
        Servers below = servers("http://localhost:8080/proxy/v1", List.of(), "https://api.example.com/v1");
        assertThat(sent(below, "https://api.example.com/v2")).isEqualTo("http://localhost:8080/proxy/v2");
        Servers without = servers("http://localhost:8080/proxy", List.of(), "https://api.example.com/v1");
        assertThat(sent(without, "https://api.example.com/v1/files")).isEqualTo("http://localhost:8080/proxy/files");
        assertThat(sent(without, "https://api.example.com/v2")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, /myapp, /myapp",
        "http://localhost:8080/other, /myapp, /myapp",
        "http://localhost:8080, https://api.example.com/v2, /v2",
        "http://localhost:8080, http://my_svc/v2/, /v2",
        "http://localhost:8080/app, /myapp/{v}, /myapp/{v}",
        "http://localhost:8080/xv2, /v2, /v2"
    })
    void saysThatBaseUrlLacksTheDocumentsPath(String baseUrl, String declared, String path) {
        assertThat(issues(baseUrl, declared))
                .containsExactly(SourceIssue.warning(
                        "/servers",
                        "According to the document, the server's path ends with '" + path + "', and that of baseUrl, '"
                                + baseUrl + "', does not. If the server is not found there, add it: '" + baseUrl + path
                                + "'."));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080, /",
        "http://localhost:8080, https://api.example.com",
        "http://localhost:8080/v2, /v2",
        "http://localhost:8080/proxy/v2, https://api.example.com/v2/",
        "http://localhost:8080/myapp/7, /myapp/{v}"
    })
    void saysNothingWhereBaseUrlHasTheDocumentsPath(String baseUrl, String declared) {
        assertThat(issues(baseUrl, declared)).isEmpty();
    }

    private static List<SourceIssue> issues(String baseUrl, String declared) {
        Issues issues = new Issues(System.getLogger("test"));
        Servers.of(options(baseUrl, List.of()), List.of(declared), AT, issues);
        return issues.list(true);
    }
}
