package dev.codemode.mcp.internal.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.BookshopMain;
import dev.codemode.mcp.StdioPeer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChildProcessTest {
    @Test
    void writesNothingButAnswersToStandardOutput() throws Exception {
        // All at once and then the end of input, as `printf ... | java -jar` does.
        String answers = run(
                BookshopMain.COMMAND,
                StdioPeer.INITIALIZE,
                StdioPeer.INITIALIZED,
                "nonsense",
                call("return print"),
                "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
        assertThat(answers.lines())
                .containsExactlyInAnyOrder(
                        "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":"
                                + "{\"tools\":{\"listChanged\":false}},\"serverInfo\":{\"name\":\"bookshop\","
                                + "\"version\":\"1.0\"}}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":"
                                + "\"The message is not valid JSON.\"}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"42\"}],"
                                + "\"isError\":false}}",
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}",
                        "Goodbye.");
    }

    @Test
    void needsNeitherTheServletApiNorJetty() throws Exception {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("servlet") && !entry.contains("jetty") && !entry.contains("tomcat"))
                .collect(Collectors.joining(File.pathSeparator));
        assertThat(run(
                        List.of(
                                BookshopMain.COMMAND.get(0),
                                BookshopMain.COMMAND.get(1),
                                "-cp",
                                without,
                                BookshopMain.class.getName()),
                        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}"))
                .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}\nGoodbye.\n");
    }

    @Test
    void endsWhenItsOutputIsNotRead() throws Exception {
        Process process = new ProcessBuilder(BookshopMain.COMMAND)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getInputStream().close();
        OutputStream in = process.getOutputStream();
        try {
            for (int i = 0; i < 1_000_000 && process.isAlive(); i++) {
                in.write("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n".getBytes(StandardCharsets.US_ASCII));
                in.flush();
            }
        } catch (IOException e) {
            // The child has ended and its pipe with it.
        }
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    private static String call(String code) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"execute\","
                + "\"arguments\":{\"code\":\"" + code + "\"}}}";
    }

    private static String run(List<String> command, String... lines) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = process.getOutputStream()) {
            in.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        String answers = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        return answers;
    }
}
