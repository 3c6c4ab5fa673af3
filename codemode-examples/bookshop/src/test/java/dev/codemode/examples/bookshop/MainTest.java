package dev.codemode.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs the command line in processes of its own. */
final class MainTest {
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";
    private static final String SESSION = INITIALIZE + """

            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;
    private static final String USAGE = """
            Usage: java -jar bookshop.jar COMMAND
              stdio            serve one MCP client on standard input and output
              http [--port N]  serve MCP clients on http://127.0.0.1:N/mcp; default 8080, 0 takes a free port
              demo             start the server, drive it with an MCP client and show what a model sees
            """;

    @Test
    void listsTwoToolsInAtMost700TokensTheSameEachTime() throws Exception {
        Ended first = run(SESSION, "stdio");
        assertThat(first.error()).isEmpty();
        assertThat(first.exitCode()).isZero();
        String tools = first.output().lines().toList().get(1);
        assertThat(tokens(tools)).isBetween(300, 700);
        assertThat(run(SESSION, "stdio")).isEqualTo(first);
    }

    private static int tokens(String text) {
        return Encodings.newLazyEncodingRegistry()
                .getEncoding(EncodingType.O200K_BASE)
                .countTokensOrdinary(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "serve", "stdio now", "http 80", "http --port", "http --port x", "http --port 70000"})
    void printsItsUsageForWrongArguments(String arguments) throws Exception {
        String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
        assertThat(run("", words)).isEqualTo(new Ended(2, "", USAGE));
    }

    @Test
    void servesHttp() throws Exception {
        Process process = start("http", "--port", "0");
        try (BufferedReader log = process.errorReader(StandardCharsets.UTF_8)) {
            String line = log.readLine();
            assertThat(line).matches("Serving MCP at http://127\\.0\\.0\\.1:\\d+/mcp until interrupted\\.");
            HttpRequest request = HttpRequest.newBuilder(URI.create(line.split(" ")[3]))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE))
                    .build();
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static Ended run(String input, String... arguments) throws Exception {
        Process process = start(arguments);
        process.outputWriter(StandardCharsets.UTF_8).append(input).close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, error);
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private record Ended(int exitCode, String output, String error) {}
}
