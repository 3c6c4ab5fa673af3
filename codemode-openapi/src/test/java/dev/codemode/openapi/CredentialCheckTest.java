package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.http.Credential;
import dev.codemode.source.SourceIssue;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of credentials before any is sent: those that do not fit, go nowhere, or may not go where they would. */
final class CredentialCheckTest {
    private static final String UNUSED = "No operation uses it: the document names it for none of them."
            + " To send a credential with every request, set authorization.";

    private static List<SourceIssue> issues(String document, UnaryOperator<OpenApiSourceBuilder> options) {
        try (OpenApiSource source =
                options.apply(OpenApiSource.builder("api", document)).build()) {
            return source.load().issues();
        }
    }

    @Test
    void tellsEveryCredentialThatDoesNotFit() {
        assertThat(issues(
                        CredentialsTest.document("[{ code: [] }, { client: [] }]"),
                        builder -> builder.credential("header", Credential.bearer("x"))
                                .credential("code", Credential.clientCredentials("id", "secret"))
                                .credential(
                                        "digest",
                                        new Credential.ClientCredentials(
                                                "id",
                                                () -> "secret",
                                                URI.create("https://auth.example.com"),
                                                List.of()))
                                .credential("other", Credential.apiKey("k"))))
                .containsExactly(
                        SourceIssue.error(
                                "credential 'header'",
                                "It is a bearer token, but the security scheme of the document is an API key."),
                        SourceIssue.error("credential 'code'", "No token URL is known for it: set tokenUrl."),
                        SourceIssue.error(
                                "credential 'digest'",
                                "It is a client of OAuth 2, but the security scheme of the document is HTTP token."),
                        SourceIssue.error(
                                "credential 'other'",
                                "The document has no security scheme of this name. It has: basic, bearer, client, code,"
                                        + " cookie, digest, header, query."));
    }

    @Test
    void namesNoSchemesWhereTheDocumentHasNone() {
        assertThat(issues(
                        TestApi.document("/c", "{ get: { operationId: call, responses: {} } }", ""),
                        builder -> builder.credential("basicAuth", Credential.basic("ann", "pass"))))
                .containsExactly(SourceIssue.error(
                        "credential 'basicAuth'",
                        "The document has no security scheme of this name, and no other. To send a credential with every"
                                + " request, set authorization."));
    }

    @Test
    void takesATokenUrlOfTheDocumentOnlyAtAServerThatTheHostNames() {
        String document = CredentialsTest.document("[{ client: [] }]");
        Credential client = Credential.clientCredentials("id", "secret");
        assertThat(issues(
                        document,
                        builder -> builder.baseUrl("https://api.example.com").credential("client", client)))
                .containsExactly(SourceIssue.error(
                        "credential 'client'",
                        "The token URL that the document names, 'https://auth.example.com/token', is at a server that the"
                                + " host does not name. If the client's secret is to go there, set tokenUrl to it."));
        assertThat(issues(
                        document,
                        builder ->
                                builder.server("https://auth.example.com:443").credential("client", client)))
                .isEmpty();
        assertThat(issues(
                        document.replace("auth.example.com", "api.example.com"),
                        builder -> builder.credential("client", client)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://auth.example.com/token",
                "http://10.0.0.1/token",
                "ftp://auth.example.com/token",
                "https://auth.example.com/token#f",
                "/token",
                "https:///token"
            })
    void sendsAClientsSecretInTheClearOnlyToThisMachine(String url) {
        assertThat(issues(
                        CredentialsTest.document("[{ client: [] }]"),
                        builder -> builder.credential(
                                "client",
                                Credential.clientCredentials("id", "secret").tokenUrl(URI.create(url)))))
                .containsExactly(SourceIssue.error(
                        "credential 'client'",
                        "The token URL '" + url
                                + "' must begin with https:// and have no user name and no fragment, since"
                                + " the client's secret goes there (RFC 6749, 3.2). Correct tokenUrl."));
        assertThat(issues(
                        CredentialsTest.document("[{ client: [] }]").replace("https://auth", "http://auth"),
                        builder -> builder.server("http://auth.example.com")
                                .credential("client", Credential.clientCredentials("id", "secret"))))
                .extracting(SourceIssue::message)
                .containsExactly(
                        "The token URL 'http://auth.example.com/token' must begin with https:// and have no user"
                                + " name and no fragment, since the client's secret goes there (RFC 6749, 3.2). Set tokenUrl.");
    }

    @Test
    void saysThatACredentialIsUsedByNoOperation() {
        for (String security : List.of("[]", "[{}]", "[{ header: [] }]")) {
            assertThat(issues(
                            CredentialsTest.document(security),
                            builder -> builder.credential("bearer", Credential.bearer("t0ken"))))
                    .containsExactly(SourceIssue.warning("credential 'bearer'", UNUSED));
        }
        assertThat(issues(
                        CredentialsTest.document("[{ bearer: [], header: [] }]"),
                        builder -> builder.credential("bearer", Credential.bearer("t0ken"))))
                .containsExactly(SourceIssue.warning(
                        "credential 'bearer'",
                        "No operation uses it: those that the document names it for also need another one, or use"
                                + " another one instead. To send a credential with every request, set authorization."));
        assertThat(issues(
                        CredentialsTest.document("[{ bearer: [] }]"),
                        builder -> builder.credential("bearer", Credential.bearer("t0ken"))))
                .isEmpty();
    }

    @Test
    void refusesAnAuthorizationThatCannotBeSent() {
        assertThatThrownBy(() -> OpenApiSource.builder("api", "").authorization(Credential.apiKey("k")))
                .hasMessage("authorization needs a header to send an API key in.");
        assertThatThrownBy(() -> OpenApiSource.builder("api", "").authorization("X Key", Credential.apiKey("k")))
                .hasMessage("'X Key' cannot be the name of a header (RFC 9110, 5.6.2).");
        assertThat(issues(
                        CredentialsTest.document("[]"),
                        builder -> builder.authorization(Credential.clientCredentials("id", "s"))))
                .containsExactly(SourceIssue.error("authorization", "No token URL is known for it: set tokenUrl."));
    }

    @ParameterizedTest
    @CsvSource({
        "header, k\u20acy-SECRET, 'it has a character that is not ASCII, and it is sent in a header'",
        "header, k\u00e9y-SECRET, 'it has a character that is not ASCII, and it is sent in a header'",
        "header, 'SECRET\n', 'it has a control character, such as a line break at its end'",
        "header, 'SECRET ', 'it begins or ends with a blank, and it is sent in a header'",
        "header, '', it is empty",
        "query, 'SECRET\r', 'it has a control character, such as a line break at its end'",
        "cookie, 'SEC\u0000RET', 'it has a control character, such as a line break at its end'"
    })
    void refusesAKeyThatCannotBeSentWithoutShowingIt(String scheme, String key, String problem) {
        assertThat(issues(
                        CredentialsTest.document("[{ " + scheme + ": [] }]"),
                        builder -> builder.credential(scheme, Credential.apiKey(key))))
                .containsExactly(
                        SourceIssue.error("credential '" + scheme + "'", "It cannot be sent: " + problem + "."));
    }

    @Test
    void refusesATokenAndAPasswordThatCannotBeSent() {
        assertThat(issues(
                        CredentialsTest.document("[{ bearer: [], basic: [] }]"),
                        builder -> builder.credential("bearer", Credential.bearer("SECRET\r\n"))
                                .credential("basic", Credential.basic("ann", "pass\n"))))
                .containsExactly(
                        SourceIssue.error(
                                "credential 'bearer'",
                                "It cannot be sent: it has a control character, such as a line break at its end."),
                        SourceIssue.error(
                                "credential 'basic'",
                                "It cannot be sent: it has a control character, such as a line break at its end."));
    }
}
