package dev.codemode.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.gateway.GatewayCommand.Command;
import dev.codemode.gateway.config.GatewayConfiguration;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.testkit.ScriptedSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GatewayCommandTest {
    private static Optional<GatewayCommand> parse(String arguments) {
        return GatewayCommand.parse(List.of(arguments.split(" ", -1)));
    }

    @Test
    void readsCommandsAndOptions() {
        Path file = Path.of("g.yaml");
        assertThat(parse("--config g.yaml stdio"))
                .contains(new GatewayCommand(Command.STDIO, file, 8080, Optional.empty(), false));
        assertThat(parse("http --host 0.0.0.0 --port 0 --config g.yaml"))
                .contains(new GatewayCommand(Command.HTTP, file, 0, Optional.of("0.0.0.0"), false));
        assertThat(parse("--config g.yaml check --verbose"))
                .contains(new GatewayCommand(Command.CHECK, file, 8080, Optional.empty(), true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stdio",
                "--config",
                "--config g.yaml",
                "--config g.yaml serve",
                "--config g.yaml stdio http",
                "--config g.yaml http --port 70000",
                "--config g.yaml http --port x",
                "--config g.yaml stdio --port 80"
            })
    void refusesWhatItDoesNotKnow(String arguments) {
        assertThat(parse(arguments)).isEmpty();
    }

    @Test
    void exitsWithWhatWentWrong() {
        assertThat(Main.run(List.of("--help"), Map.of())).isZero();
        assertThat(Main.run(List.of("stdio"), Map.of())).isEqualTo(2);
        assertThat(Main.run(List.of("--config", "src/test/resources/wrong.yaml", "check"), Map.of()))
                .isEqualTo(2);
        assertThat(Main.run(List.of("--config", "sample/gateway.yaml", "check"), Map.of("LIBRARY_TOKEN", "t")))
                .isZero();
    }

    @TempDir
    Path directory;

    /** Returns what {@code check} prints of a document with these lines of configuration. */
    private String checked(String... lines) throws IOException {
        Files.copy(Path.of("src/test/resources/library.yaml"), directory.resolve("library.yaml"), REPLACE_EXISTING);
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(
                file,
                "openapi:\n  - name: library\n    document: library.yaml\n    " + String.join("\n    ", lines) + "\n");
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        GatewayConfiguration configuration =
                GatewayConfiguration.read(file, Map.of("TOKEN", "t", "EURO", "\u20ac-SECRET"));
        boolean served = Report.print(configuration.sources(), true, new PrintStream(printed, true, UTF_8));
        String text = printed.toString(UTF_8);
        return text.substring(text.indexOf('\n') + 1) + "served: " + served;
    }

    @Test
    void checkTellsWhatConcernsTheConfigurationWithItsLine() throws IOException {
        assertThat(checked(
                        "baseUrl: http://library:4010",
                        "credentials: { token: { bearer: EURO }, other: { apiKey: TOKEN } }",
                        "include: [{ path: /books }, { tag: Nope }]",
                        "exclude: [{ id: nope }]",
                        "effects: [{ id: nope, effect: read }]",
                        "authorization: { clientCredentials: { clientId: TOKEN, clientSecret: TOKEN } }"))
                .isEqualTo("""
                          WARNING gateway.yaml:6:33: include[1]: It matches no operation of the document.
                          WARNING gateway.yaml:7:15: exclude[0]: It matches no operation of the document.
                          WARNING gateway.yaml:8:15: effects[0]: It matches no operation of the document.
                          ERROR gateway.yaml:5:27: credential 'token': It cannot be sent: it has a character that is not ASCII, and it is sent in a header.
                          ERROR gateway.yaml:5:52: credential 'other': The document has no security scheme of this name. It has: token.
                          ERROR gateway.yaml:9:20: authorization: No token URL is known for it: set tokenUrl.
                        served: false""");
    }

    @Test
    void aBrokenDocumentLeavesTheOthersServed() throws IOException {
        Files.copy(Path.of("src/test/resources/library.yaml"), directory.resolve("library.yaml"), REPLACE_EXISTING);
        Files.writeString(directory.resolve("broken.yaml"), "openapi: 3.0.3\npaths: [\n");
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(file, """
                openapi:
                  - { name: broken, document: broken.yaml }
                  - { name: library, document: library.yaml, baseUrl: "https://api.example.com" }
                """);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        GatewayConfiguration configuration = GatewayConfiguration.read(file, Map.of());
        boolean served = Report.print(configuration.sources(), true, new PrintStream(printed, true, UTF_8));
        assertThat(served).isFalse();
        assertThat(printed.toString(UTF_8))
                .contains("library: 3 operations (2 read, 1 write, 0 destructive), 1 type, ");
        CodeModeBuilder builder = CodeMode.builder()
                .sandbox(ScriptedSandbox.answering(request -> new Execution.Completed("1", ConsoleOutput.empty())));
        Gateway.sources(configuration).forEach(builder::source);
        try (CodeMode codeMode = builder.build()) {
            assertThat(codeMode.search(SearchQuery.of("books"), Caller.anonymous())
                            .text())
                    .contains("library.books.list");
        }
    }

    @Test
    void checkSaysThatAPrivateServerOfTheDocumentIsRefused() throws IOException {
        assertThat(checked("credentials: { token: { bearer: TOKEN } }")).isEqualTo("""
                          WARNING gateway.yaml:2:5: servers: No request goes to the document's server 'http://127.0.0.1:4010': its address is private. If it is yours, set baseUrl to it, or set allowPrivateAddresses.
                        served: true""");
    }

    @Test
    void tellsMistakesOfServersAndCredentialsWithTheirLines() {
        assertThatThrownBy(() -> checked(
                        "baseUrl: http://my_svc:8080/v1",
                        "servers: [\"https://user:pw@a.example\", \"https://a.example?x=1\"]",
                        "authorization: { apiKey: TOKEN }"))
                .hasMessage("""
                        gateway.yaml:4:14: openapi[0].baseUrl: must be the URL of a server, but is 'http://my_svc:8080/v1': its host 'my_svc' has an underscore, which host names cannot have (RFC 952). Give the server another name, or write its address.
                        gateway.yaml:5:15: openapi[0].servers[0]: must be the URL of a server, but is 'https://***@a.example': it has a user name or a password.
                        gateway.yaml:5:44: openapi[0].servers[1]: must be the URL of a server, but is 'https://a.example?x=1': it has a query.
                        gateway.yaml:6:20: openapi[0].authorization: needs apiKey and header together, and nothing else.""");
    }

    @Test
    void saysThatADocumentIsAFile() throws IOException {
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(file, "openapi: [{ name: a, document: \"https://a.example/openapi.json\" }]");
        assertThatThrownBy(() -> GatewayConfiguration.read(file, Map.of()))
                .hasMessage(
                        "gateway.yaml:1:32: openapi[0].document: a document is a file: download it first, and write its"
                                + " path here.");
    }
}
