package dev.codemode.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.codemode.catalog.ArgumentCheck;
import dev.codemode.catalog.Operation;
import dev.codemode.gateway.config.GatewayConfiguration;
import dev.codemode.gateway.config.InvalidConfigurationException;
import dev.codemode.testkit.Golden;
import dev.codemode.typescript.CheckPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Map<String, String> ENVIRONMENT =
            Map.of("SET_VARIABLE", "canary-secret", "LIBRARY_TOKEN", "t");

    private static final String OVERLAY = """
            overlay: 1.0.0
            info: { title: Corrections, version: "1" }
            actions: [{ target: '$.paths["/books"].get', update: { summary: Lists what there is. } }]
            """;

    @TempDir
    Path directory;

    private GatewayConfiguration read(String yaml) throws IOException {
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(file, yaml);
        Files.writeString(directory.resolve("overlay.yaml"), OVERLAY);
        Files.writeString(directory.resolve("library.yaml"), Files.readString(RESOURCES.resolve("library.yaml")));
        return GatewayConfiguration.read(file, ENVIRONMENT);
    }

    @Test
    void tellsEveryMistakeWithItsLine() {
        Throwable failure =
                catchThrowable(() -> GatewayConfiguration.read(RESOURCES.resolve("wrong.yaml"), ENVIRONMENT));
        assertThat(failure).isInstanceOf(InvalidConfigurationException.class);
        assertThat(failure.getMessage()).doesNotContain("canary-secret");
        Golden.in("src/test/resources/golden").verify("wrong.txt", failure.getMessage() + "\n");
    }

    @Test
    void tellsWhereYamlIsBroken() {
        assertThatThrownBy(() -> read("openapi: [\n"))
                .hasMessageStartingWith("gateway.yaml:2:1: the file is not valid YAML: ");
        assertThatThrownBy(() -> read(""))
                .hasMessage("gateway.yaml:1:1: the file is empty. Name a document under 'openapi'.");
        assertThatThrownBy(() -> read("name: x"))
                .hasMessage(
                        "gateway.yaml:1:1: 'openapi' is missing: a list of documents, each with a name and a document.");
        assertThatThrownBy(() -> GatewayConfiguration.read(directory.resolve("none.yaml"), ENVIRONMENT))
                .hasMessage("none.yaml:1:1: the file cannot be read.");
    }

    @Test
    void readsTheSample() {
        GatewayConfiguration configuration = GatewayConfiguration.read(Path.of("sample/gateway.yaml"), ENVIRONMENT);
        assertThat(configuration.sources()).hasSize(1);
        assertThat(Gateway.sources(configuration).get(0).load().issues()).isEmpty();
    }

    @Test
    void readsEveryKey() throws IOException {
        GatewayConfiguration configuration = read("""
                {"name": "shop", "openapi": [{"name": "library", "document": "library.yaml", "baseUrl": "https://api.example.com",
                  "servers": ["https://up.example.com"], "description": "Ours.", "credentials": {"token": {"bearer": "SET_VARIABLE"}},
                  "include": [{"path": "/books/**", "method": ["get", "POST"]}, {"id": "books/list"}], "exclude": [{"tag": "old"}],
                  "effects": [{"id": "loans/create", "effect": "destructive"}], "rename": {"books/get": "one"}, "hide": "limit",
                  "responseHeaders": ["X-Total"], "externalFiles": ".", "allowPrivateAddresses": true, "strict": true,
                  "authorization": {"apiKey": "SET_VARIABLE", "header": "X-Key"}, "maxConcurrentCalls": 5, "overlays": ["overlay.yaml"],
                  "arguments": [{"id": "books/get", "check": "advise"}],
                  "timeout": "2m", "maxRetries": 0, "maxResponseBytes": "1MiB", "maxDocumentBytes": 100000}],
                 "limits": {"maxRunTime": "PT5S", "maxHostCalls": 7, "maxResultBytes": "2kB", "maxResultTokens": 99,
                  "maxConcurrentExecutions": 3, "maxQueueTime": "500ms"},
                 "sandbox": {"engine": "v8", "commandPrefix": ["env", "-i"], "unsafeKnownFaults": false}, "scripts": {"check": "advise"}, "http": {"host": "0.0.0.0", "allowedHosts": ["a:80"], "allowedOrigins": "https://a"}}
                """);
        assertThat(configuration.name()).isEqualTo("shop");
        assertThat(configuration.capacity().limits().maxRunTime()).isEqualTo(Duration.ofSeconds(5));
        assertThat(configuration.capacity().limits().maxHostCalls()).isEqualTo(7);
        assertThat(configuration.capacity().limits().maxResultBytes()).isEqualTo(2_000);
        assertThat(configuration.capacity().maxResultTokens()).hasValue(99);
        assertThat(configuration.capacity().maxConcurrentExecutions()).hasValue(3);
        assertThat(configuration.capacity().maxQueueTime()).hasValue(Duration.ofMillis(500));
        assertThat(configuration.sandbox())
                .isEqualTo(new GatewayConfiguration.Workers(
                        GatewayConfiguration.Engine.V8, Optional.empty(), List.of("env", "-i"), false));
        assertThat(configuration.check()).isEqualTo(CheckPolicy.ADVISE);
        assertThat(configuration.http().host()).isEqualTo("0.0.0.0");
        assertThat(configuration.http().allowedHosts()).isEqualTo(List.of("a:80"));
        assertThat(configuration.http().allowedOrigins()).isEqualTo(List.of("https://a"));
        Map<String, Operation> operations =
                Gateway.sources(configuration).get(0).load().services().get(0).operations();
        assertThat(operations.keySet()).containsExactly("books.list", "one", "loans.create");
        assertThat(operations.get("books.list").docs().text()).startsWith("Lists what there is.");
        assertThat(operations.values())
                .extracting(Operation::argumentCheck)
                .containsExactly(ArgumentCheck.STRICT, ArgumentCheck.ADVISE, ArgumentCheck.STRICT);
    }

    @Test
    void takesArgumentsAsAdviceOfEveryOperation() throws IOException {
        GatewayConfiguration configuration =
                read("openapi: [{ name: library, document: library.yaml, arguments: advise }]");
        assertThat(Gateway.sources(configuration)
                        .get(0)
                        .load()
                        .services()
                        .get(0)
                        .operations()
                        .values())
                .allMatch(operation -> operation.argumentCheck() == ArgumentCheck.ADVISE);
        assertThatThrownBy(() -> read("openapi: [{ name: library, document: library.yaml, arguments: off }]"))
                .hasMessageContaining("openapi[0].arguments: must be one of strict, advise");
        assertThatThrownBy(() -> read("openapi: [{ name: library, document: library.yaml, arguments: [{ id: a }] }]"))
                .hasMessageContaining("openapi[0].arguments[0]: 'check' is missing: one of strict, advise.");
    }

    @Test
    void refusesAnEngineWithPublishedFaultsThatNothingConfines() {
        assertThatThrownBy(() -> read("""
                openapi: [{ name: library, document: library.yaml }]
                sandbox: { engine: v8 }
                """))
                .hasMessageContaining(
                        "sandbox.engine: this V8 is of June 2025, and a published fault (CVE-2025-6554) lets a"
                                + " script leave it. Use deno or graal, give a commandPrefix such as bwrap with its options, or say"
                                + " unsafeKnownFaults: true if every script is trusted.");
    }

    @Test
    void takesTheExecutableOfDeno() throws IOException {
        Path deno = Files.writeString(directory.resolve("deno"), "");
        assertThat(deno.toFile().setExecutable(true)).isTrue();
        assertThat(read("""
                openapi: [{ name: library, document: library.yaml }]
                sandbox: { engine: deno, deno: deno }
                """).sandbox())
                .isEqualTo(new GatewayConfiguration.Workers(
                        GatewayConfiguration.Engine.DENO, Optional.of(deno.toAbsolutePath()), List.of(), false));
    }

    @Test
    void refusesDenoWithoutItsExecutable() {
        assertThatThrownBy(() -> read("""
                openapi: [{ name: library, document: library.yaml }]
                sandbox: { engine: deno }
                """))
                .hasMessageContaining("sandbox.engine: name the executable of Deno under 'deno'.");
        assertThatThrownBy(() -> read("""
                openapi: [{ name: library, document: library.yaml }]
                sandbox: { deno: bin/deno }
                """))
                .hasMessageContaining(
                        "sandbox.deno: there is no executable 'bin/deno'. Paths are relative to this file.");
    }

    @Test
    void takesAnEngineWithPublishedFaultsForTrustedScripts() throws IOException {
        GatewayConfiguration configuration = read("""
                openapi: [{ name: library, document: library.yaml }]
                sandbox: { engine: v8, unsafeKnownFaults: true }
                """);
        assertThat(configuration.sandbox())
                .isEqualTo(new GatewayConfiguration.Workers(
                        GatewayConfiguration.Engine.V8, Optional.empty(), List.of(), true));
    }
}
