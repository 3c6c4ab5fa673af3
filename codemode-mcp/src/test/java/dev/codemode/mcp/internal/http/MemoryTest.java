package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.BookshopHttpMain;
import dev.codemode.mcp.HttpPeer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server in its own JVM with little memory. */
@Timeout(120)
class MemoryTest {
    private static final String LARGE = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"a\":["
            + "{},".repeat(345_000) + "{}]}}";

    private Process process;
    private BufferedReader out;
    private URI url;

    @BeforeEach
    void start() throws Exception {
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BookshopHttpMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        url = URI.create(out.readLine());
    }

    @AfterEach
    void stop() throws Exception {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    private HttpPeer peer(String user) {
        return new HttpPeer(url).with("X-User", user);
    }

    @Test
    void isNotFilledByMessagesOfAnyCaller() throws Exception {
        for (String user : List.of("stranger", "ada")) {
            List<CompletableFuture<HttpResponse<InputStream>>> answers = new ArrayList<>();
            HttpPeer peer = peer(user);
            for (int i = 0; i < 90; i++) {
                answers.add(peer.postAsync(LARGE));
            }
            for (CompletableFuture<HttpResponse<InputStream>> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).statusCode()).isIn(400, 401, 503);
            }
            assertThat(peer("bob").post(HttpPeer.INITIALIZE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isNotFilledByWhatSessionsKeep() {
        String name = HttpPeer.INITIALIZE.replace("\"test\"", "\"" + "x".repeat(900_000) + "\"");
        String experimental = HttpPeer.INITIALIZE.replace(
                "\"capabilities\":{}",
                "\"capabilities\":{\"experimental\":{\"a\":[" + "{},".repeat(4_000) + "\"" + "x".repeat(900_000)
                        + "\"]}}");
        for (int user = 0; user < 10; user++) {
            for (int i = 0; i < 25; i++) {
                HttpPeer peer = peer("user" + user);
                assertThat(peer.post(name).statusCode()).isEqualTo(200);
                assertThat(peer.post(experimental).statusCode()).isEqualTo(200);
            }
        }
        assertThat(peer("bob").post(HttpPeer.INITIALIZE).statusCode()).isEqualTo(200);
    }

    @Test
    void leavesAServerThatAnswersAfterItWasExhausted() throws Exception {
        // A class whose initializer meets the exhausted heap is lost for good, which no server can mend.
        for (String user : List.of("ada", "stranger")) {
            peer(user).post(HttpPeer.INITIALIZE);
            peer(user).post("{}");
        }
        OutputStream in = process.getOutputStream();
        in.write('\n');
        in.flush();
        CompletableFuture<String> exhausted = CompletableFuture.supplyAsync(() -> {
            try {
                return out.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        while (!exhausted.isDone()) {
            List<CompletableFuture<HttpResponse<InputStream>>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(peer("ada").postAsync(HttpPeer.INITIALIZE));
            }
            // A request that meets the exhausted heap may get no answer at all.
            answers.forEach(answer -> answer.orTimeout(20, TimeUnit.SECONDS)
                    .exceptionally(failure -> null)
                    .join());
        }
        assertThat(exhausted.get()).isEqualTo("exhausted");
        assertThat(answersAtLast()).isTrue();
    }

    private boolean answersAtLast() throws InterruptedException {
        while (true) {
            try {
                return peer("bob")
                                .postAsync(HttpPeer.INITIALIZE)
                                .get(20, TimeUnit.SECONDS)
                                .statusCode()
                        == 200;
            } catch (ExecutionException | TimeoutException e) {
                Thread.onSpinWait();
            }
        }
    }
}
