package dev.codemode.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.http.Credential;
import dev.codemode.source.OperationCall;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OpenApiSourceTest {
    private static final String PETS = """
            openapi: 3.0.3
            info: { title: Pets, version: "1", description: "A shop. Of pets." }
            servers: [{ url: "https://{region}.example.com", variables: { region: { default: eu } } }]
            components: { securitySchemes: { token: { type: http, scheme: bearer } } }
            paths:
              /pets:
                get: { operationId: listPets, tags: [pets], parameters: [{ name: version, in: query, required: true, schema: { type: string } }], responses: { "204": { description: None } } }
                post: { operationId: addPet, tags: [pets], responses: { "204": { description: None } } }
              /pets/{id}:
                parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                delete: { operationId: removePet, tags: [pets, admin], responses: { "204": { description: None } } }
              /stores:
                get: { operationId: listStores, tags: [stores], deprecated: true, responses: { "204": { description: None } } }
                post: { operationId: searchStores, tags: [stores], responses: { "204": { description: None } } }
            """;

    private static OpenApiSourceBuilder pets() {
        return OpenApiSource.builder("pets", PETS);
    }

    private static List<String> names(OpenApiSourceBuilder builder) {
        return operations(builder.build()).stream()
                .map(operation -> operation.name().dottedPath())
                .toList();
    }

    private static List<Operation> operations(OpenApiSource source) {
        return List.copyOf(source.load().services().get(0).operations().values());
    }

    @Test
    void takesArgumentsAsAdviceWhereTheHostSaysSo() {
        OpenApiSourceBuilder builder = pets().argumentCheck(OperationFilter.tag("pets"), ArgumentCheck.ADVISE)
                .argumentCheck(OperationFilter.id("addPet"), ArgumentCheck.STRICT)
                .argumentCheck(OperationFilter.id("nothing"), ArgumentCheck.ADVISE);
        try (OpenApiSource source = builder.build()) {
            assertThat(operations(source))
                    .filteredOn(operation -> operation.argumentCheck() == ArgumentCheck.ADVISE)
                    .extracting(operation -> operation.name().dottedPath())
                    .containsExactly("listPets", "removePet");
            assertThat(source.load().issues())
                    .contains(SourceIssue.warning("arguments[2]", "It matches no operation of the document."));
        }
    }

    @Test
    void tellsWhatTheDocumentCallsAnOperation() {
        String document = TestApi.document(
                "/shelves/{id}/books",
                "{ get: { operationId: list, tags: [books], parameters: [{ name: id, in: path, required: true, schema: { type:"
                        + " string } }], responses: { \"200\": { description: OK } } } }",
                "");
        try (OpenApiSource source = OpenApiSource.builder("api", document).build()) {
            OperationName name = OperationName.of("api", "list");
            assertThat(source.documented(name).orElseThrow().route()).isEqualTo("GET /shelves/{id}/books");
            assertThat(source.documented(OperationName.of("api", "other"))).isEmpty();
            assertThat(source.load().services().get(0).operations().values())
                    .extracting(Operation::resource)
                    .containsExactly(List.of("shelves", Operation.ANY, "books"));
        }
    }

    @Test
    void readsEveryOperation() {
        assertThat(names(pets())).containsExactly("listPets", "addPet", "removePet", "listStores", "searchStores");
    }

    @Test
    void saysWhatTheServiceIs() {
        assertThat(pets().build().load().services().get(0).docs().text()).isEqualTo("Pets. A shop. Of pets.");
        assertThat(pets().description("Our pets.")
                        .build()
                        .load()
                        .services()
                        .get(0)
                        .docs()
                        .text())
                .isEqualTo("Our pets.");
    }

    @Test
    void takesEffectsFromMethods() {
        assertThat(operations(pets().build()))
                .extracting(Operation::effect)
                .containsExactly(Effect.READ, Effect.WRITE, Effect.DESTRUCTIVE, Effect.READ, Effect.WRITE);
    }

    @Test
    void letsTheHostMarkEffects() {
        OpenApiSource source = pets().effect(OperationFilter.tag("stores"), Effect.DESTRUCTIVE)
                .effect(OperationFilter.id("searchStores"), Effect.READ)
                .build();
        assertThat(operations(source))
                .extracting(Operation::effect)
                .containsExactly(Effect.READ, Effect.WRITE, Effect.DESTRUCTIVE, Effect.DESTRUCTIVE, Effect.READ);
    }

    @Test
    void includesAndExcludes() {
        assertThat(names(pets().include(OperationFilter.tag("stores")).include(OperationFilter.path("/pets/*"))))
                .containsExactly("removePet", "listStores", "searchStores");
        assertThat(names(pets().include(OperationFilter.tag("pets")).exclude(OperationFilter.method("delete", "POST"))))
                .containsExactly("listPets");
        assertThat(names(pets().exclude(DocumentOperation::deprecated)))
                .containsExactly("listPets", "addPet", "removePet", "searchStores");
    }

    @Test
    void renamesByIdAndByRoute() {
        assertThat(names(pets().rename("listPets", "pets.list").rename("POST /stores", "stores.search")))
                .containsExactly("pets.list", "addPet", "removePet", "listStores", "stores.search");
    }

    @Test
    void reportsARenamingOfNothingAndABadName() {
        SourceSnapshot snapshot =
                pets().rename("listPet", "x").rename("addPet", "a-b").build().load();
        assertThat(snapshot.issues())
                .containsExactly(
                        SourceIssue.error(
                                "POST /pets",
                                "It cannot be renamed to 'a-b': 'a-b' is not an identifier: use letters, digits, '_' and"
                                        + " '$', at most 100."),
                        SourceIssue.error(
                                "rename 'listPet'",
                                "The document has no operation with this id or route. Did you mean 'listPets'?"));
    }

    @Test
    void hidesWhatTheHostSends() {
        SourceSnapshot snapshot = pets().hide("version").build().load();
        Operation list = snapshot.services().get(0).operations().get("listPets");
        assertThat(snapshot.services().get(0).parameters(list)).isEmpty();
    }

    @Test
    void refusesACredentialForNoScheme() {
        assertThat(pets().credential("tokn", Credential.bearer("x"))
                        .build()
                        .load()
                        .issues())
                .containsExactly(SourceIssue.error(
                        "credential 'tokn'", "The document has no security scheme of this name. It has: token."));
    }

    @Test
    void makesEveryFaultAnErrorWhereTheHostIsStrict() {
        String broken =
                PETS + "  /broken: { get: { operationId: x, responses: { \"200\": { $ref: \"#/nowhere\" } } } }\n";
        SourceIssue issue = new SourceIssue(
                SourceIssue.Severity.ERROR,
                "/paths/~1broken/get/responses/200",
                "The reference '#/nowhere' leads nowhere. Define what it names.");
        assertThat(OpenApiSource.builder("pets", broken).strict().build().load().issues())
                .containsExactly(issue);
        assertThat(OpenApiSource.builder("pets", broken).build().load().issues())
                .containsExactly(SourceIssue.warning(issue.location(), issue.message()));
    }

    @Test
    void saysThatATextIsNotADocument() {
        assertThat(OpenApiSource.builder("pets", "hello: world").build().load().issues())
                .containsExactly(SourceIssue.warning(
                        "document of 'pets'",
                        "The text is not an OpenAPI document: it needs a field 'openapi' with 3.0, 3.1 or 3.2, or 'swagger' of"
                                + " 2.0."));
    }

    @Test
    void tellsAScriptThatNoServerIsKnown() {
        OpenApiSource source = OpenApiSource.builder("pets", PETS.replaceFirst("servers:.*", ""))
                .build();
        assertThat(source.load().issues())
                .containsExactly(SourceIssue.warning("/servers", "The document names no server. Set baseUrl."));
        Operation list = operations(source).get(0);
        OperationCall call = new OperationCall(list, Map.of(), Caller.anonymous(), "1", 1, Instant.MAX);
        assertThatThrownBy(() -> source.load()
                        .handlers()
                        .get(OperationName.of("pets", "listPets"))
                        .invoke(call))
                .hasMessage("The call was not made: the host has configured no server for this API.");
    }

    @Test
    void refusesOptionsThatCannotWork() {
        assertThatThrownBy(() -> pets().baseUrl("ftp://example.com"))
                .hasMessage(
                        "baseUrl must be the URL of a server, but is 'ftp://example.com': it does not begin with http://"
                                + " or https://.");
        assertThatThrownBy(() -> pets().baseUrl("https://user:secret@example.com"))
                .hasMessage(
                        "baseUrl must be the URL of a server, but is 'https://***@example.com': it has a user name or a"
                                + " password.");
        assertThatThrownBy(() -> pets().timeout(Duration.ZERO))
                .hasMessage("timeout must be longer than zero, but was PT0S.");
        assertThatThrownBy(() -> pets().maxRetries(-1)).hasMessage("maxRetries must not be negative, but was -1.");
        assertThatThrownBy(() -> pets().httpClient(HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.ALWAYS)
                        .build()))
                .hasMessage(
                        "The HTTP client must not follow redirects: this library does, and takes the credentials off.");
        assertThatThrownBy(() -> OpenApiSource.builder("fetch", PETS))
                .hasMessage(
                        "Cannot name a service: 'fetch' is a name that scripts already use for something else: choose"
                                + " another.");
    }

    @Test
    void makesAnErrorOfAnUnreadableDocumentWhereItIsStrict() {
        try (OpenApiSource source =
                OpenApiSource.builder("pets", "{\"a\" 1}").strict().build()) {
            assertThat(source.load().issues())
                    .containsExactly(SourceIssue.error(
                            "document of 'pets'",
                            "Cannot read the document. The text is not valid JSON: line 1, column 6."));
        }
    }
}
