package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.codemode.http.Credential;
import dev.codemode.source.OperationFailedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BreakageTest {
    private static final String DOCUMENT = document("get");

    @TempDir
    Path directory;

    private static String document(String method) {
        return TestApi.document(
                "/c",
                "{ " + method
                        + ": { operationId: call, security: [{ key: [] }], responses: { \"200\": { description: OK,"
                        + " content: { application/json: { schema: {} } } } } } }",
                "securitySchemes: { key: { type: apiKey, in: header, name: X-Key }, client: { type: oauth2, flows: {} } }");
    }

    private static OperationFailedException failure(
            String document, String url, UnaryOperator<OpenApiSourceBuilder> options) {
        OpenApiSourceBuilder builder = OpenApiSource.builder("shop", document).baseUrl(url);
        try (OpenApiSource source = options.apply(builder).build()) {
            for (int i = 0; i < 2; i++) {
                catchThrowableOfType(OperationFailedException.class, () -> TestApi.call(source, TestApi.arguments()));
            }
            return catchThrowableOfType(
                    OperationFailedException.class, () -> TestApi.call(source, TestApi.arguments()));
        }
    }

    private static void assertTold(
            String url,
            UnaryOperator<OpenApiSourceBuilder> options,
            String message,
            OperationFailedException.Retry retry,
            String logged) {
        try (CapturedLog log = CapturedLog.start()) {
            OperationFailedException failure = failure(DOCUMENT, url, options);
            assertThat(failure).hasMessage(message);
            assertThat(failure.retry()).isEqualTo(retry);
            assertThat(log.lines()).containsExactly(logged);
        }
    }

    @Test
    void tellsThatAServerRefusesConnectionsOnce() throws Exception {
        String url;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            url = "http://127.0.0.1:" + closed.getLocalPort();
        }
        assertTold(
                url,
                builder -> builder.maxRetries(1),
                "The server cannot be reached. Nothing was sent.",
                OperationFailedException.Retry.LATER,
                "WARNING 'shop': " + url
                        + ": the server cannot be reached: it refuses connections, or no network leads to" + " it");
    }

    @Test
    void tellsThatANameIsNotKnownOnce() {
        assertTold(
                "http://shop.invalid",
                builder -> builder.maxRetries(0),
                "The server cannot be reached. Nothing was sent.",
                OperationFailedException.Retry.LATER,
                "WARNING 'shop': http://shop.invalid: the server's name cannot be resolved. Look for a mistake in its URL, or"
                        + " for a name service that is down");
    }

    @Test
    void tellsThatACertificateIsNotTrustedAndTriesItOnce() throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(
                new HttpsConfigurator(TestCertificate.in(directory).ofServer()));
        server.start();
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort();
            assertTold(
                    url,
                    builder -> builder.maxRetries(2),
                    "The host does not trust the server's certificate. Nothing was sent.",
                    OperationFailedException.Retry.NO,
                    "WARNING 'shop': " + url
                            + ": the server's certificate is not trusted. Put its authority into the trust"
                            + " store of the JVM (-Djavax.net.ssl.trustStore), or write the URL with the name that the"
                            + " certificate is for");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void tellsThatAServerSpeaksNoTls() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> refuseTls(server), "no-tls");
            thread.setDaemon(true);
            thread.start();
            String url = "https://127.0.0.1:" + server.getLocalPort();
            assertTold(
                    url,
                    builder -> builder.maxRetries(2),
                    "No secure connection to the server could be made. Nothing was sent.",
                    OperationFailedException.Retry.NO,
                    "WARNING 'shop': " + url + ": no secure connection could be made. Does the server speak TLS at this"
                            + " port?");
        }
    }

    private static void refuseTls(ServerSocket server) {
        try {
            while (!server.isClosed()) {
                Socket socket = server.accept();
                socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().flush();
                socket.shutdownOutput();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void tellsThatTheAnswerCannotBeDecompressed() throws Exception {
        byte[] empty = zipped("");
        String members = new String(empty, StandardCharsets.ISO_8859_1).repeat(100_000);
        String half = new String(zipped("\"x\""), StandardCharsets.ISO_8859_1).substring(0, 15);
        for (String body : List.of(members, half, "no gzip")) {
            try (LoopbackServer server = LoopbackServer.answering(
                    response(200, "Content-Type: application/json\r\nContent-Encoding: gzip\r\n", body))) {
                assertTold(
                        server.url(),
                        builder -> builder.maxRetries(2),
                        "The server answered, but its answer cannot be decompressed.",
                        OperationFailedException.Retry.NO,
                        "WARNING 'shop': " + server.url() + ": the server's answer is not gzip, although it says so");
                assertThat(server.requests()).hasSize(3);
            }
        }
    }

    private static byte[] zipped(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "401, The host's credentials were not accepted.",
        "403, The host's credentials were not accepted for this call."
    })
    void tellsThatCredentialsWereNotAccepted(int status, String sentence) {
        try (LoopbackServer server = LoopbackServer.answering(
                response(status, "Content-Type: application/json\r\n", "{\"message\":\"No\"}"))) {
            assertTold(
                    server.url(),
                    builder -> builder.credential("key", Credential.apiKey("wrong-key")),
                    "The server refused the call: {\"message\":\"No\"} " + sentence,
                    OperationFailedException.Retry.NO,
                    "WARNING 'shop': " + server.url() + " refused the host's credentials with status " + status
                            + ", first for GET /c");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, '{\"error\":\"invalid_client\"}', NO, 'status 400, invalid_client'",
        "401, '{\"error\":\"SECRET shown!\"}', NO, status 401",
        "403, <html>, NO, status 403",
        "503, '', LATER, status 503",
        "429, '', LATER, status 429",
        "200, '{\"token\":\"x\"}', NO, the answer holds no access_token",
        "200, no json, LATER, the answer is not JSON"
    })
    void saysWhyThereIsNoToken(int status, String body, OperationFailedException.Retry retry, String cause) {
        try (LoopbackServer tokens = LoopbackServer.answering(response(status, "", body));
                LoopbackServer server = LoopbackServer.ok("1");
                CapturedLog log = CapturedLog.start()) {
            OperationFailedException failure = failure(
                    document("get").replace("{ key: [] }", "{ client: [] }"),
                    server.url(),
                    builder -> builder.credential(
                            "client",
                            Credential.clientCredentials("id", "s3cret")
                                    .tokenUrl(URI.create(tokens.url() + "/token"))));
            assertThat(failure)
                    .hasMessage(
                            "The host could not authenticate with the server's token service. It keeps the details.");
            assertThat(failure.retry()).isEqualTo(retry);
            assertThat(log.lines()).containsExactly("WARNING 'shop': no token from " + tokens.url() + ": " + cause);
        }
    }
}
