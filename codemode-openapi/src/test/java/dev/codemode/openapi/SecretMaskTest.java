package dev.codemode.openapi;

import static dev.codemode.openapi.LoopbackServer.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.http.Authorization;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SecretMaskTest {
    private static final String KEY = "s3cr+t/K\u00e9y=0123456789";
    private static final String SECRET = "s3cr\"t/+ token";
    private static final String DOCUMENT = TestApi.document(
            "/c",
            "{ get: { operationId: call, responses: { \"200\": { description: OK, headers: { Link: { schema: {} } }, content: {"
                    + " application/json: { schema: {} } } } } } }",
            "");
    private static final UnaryOperator<OpenApiSourceBuilder> OPTIONS = builder -> builder.authorizer(request ->
            new Authorization(Map.of("Authorization", "Bearer " + SECRET), Map.of("key", "short"), Map.of()));

    private static Object call(String response) throws Exception {
        try (LoopbackServer server = LoopbackServer.answering(response)) {
            return TestApi.call(DOCUMENT, server, OPTIONS);
        }
    }

    @Test
    void masksASecretInValuesKeysAndHeaders() throws Exception {
        String json =
                "{\"echo\":\"Bearer s3cr\\\"t/+ token\",\"list\":[\"x s3cr\\u0022t\\/+ token y\"],\"s3cr\\\"t/+ token\":1}";
        assertThat(call(response(200, "Content-Type: application/json\r\nLink: <x?t=" + SECRET + ">\r\n", json)))
                .isEqualTo(Map.of(
                        "data", Map.of("echo", "***", "list", List.of("x *** y"), "***", 1L),
                        "headers", Map.of("Link", "<x?t=***>")));
    }

    @Test
    void masksItsEncodings() throws Exception {
        String base64 = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        String json = "[\"" + base64 + "\",\"s3cr%22t%2F%2B%20token\",\"s3cr%22t%2F%2B+token\"]";
        assertThat(call(response(200, "Content-Type: application/json\r\n", json)))
                .isEqualTo(Map.of("data", List.of("***", "***", "***"), "headers", Map.of()));
    }

    @Test
    void masksTextBytesAndErrors() throws Exception {
        assertThat(call(response(200, "Content-Type: text/plain\r\n", "a " + SECRET)))
                .isEqualTo(Map.of("data", "a ***", "headers", Map.of()));
        assertThat(call(response(200, "Content-Type: image/png\r\n", "\u0000" + SECRET)))
                .isEqualTo(Map.of(
                        "data",
                        Base64.getEncoder().encodeToString("\u0000***".getBytes(StandardCharsets.ISO_8859_1)),
                        "headers",
                        Map.of()));
        assertThatThrownBy(() -> call(response(
                        400, "Content-Type: application/json\r\n", "{\"message\":\"no s3cr\\\"t/+ token here\"}")))
                .hasMessage("The server refused the call: {\"message\":\"no *** here\"}");
    }

    @Test
    void leavesWhatIsTooShortToBeASecret() throws Exception {
        assertThat(call(response(200, "Content-Type: application/json\r\n", "\"a short story\"")))
                .isEqualTo(Map.of("data", "a short story", "headers", Map.of()));
    }

    @Test
    void masksThePartsOfBasicCredentials() throws Exception {
        try (LoopbackServer server =
                LoopbackServer.ok("[\"cGFzc3dvcmQ6aHVudGVyMjI=\",\"password:hunter22\",\"hunter22\",\"other\"]")) {
            assertThat(TestApi.call(
                            DOCUMENT,
                            server,
                            builder -> builder.authorizer(request ->
                                    Authorization.header("Authorization", "Basic cGFzc3dvcmQ6aHVudGVyMjI="))))
                    .isEqualTo(Map.of("data", List.of("***", "***", "***", "other"), "headers", Map.of()));
        }
    }

    private static Object echoed(String secret, String type, byte[] body) throws Exception {
        String octets = new String(body, StandardCharsets.ISO_8859_1);
        try (LoopbackServer server =
                LoopbackServer.answering(response(200, "Content-Type: " + type + "\r\n", octets))) {
            return ((Map<?, ?>) TestApi.call(
                            DOCUMENT,
                            server,
                            builder -> builder.authorizer(
                                    request -> new Authorization(Map.of(), Map.of("key", secret), Map.of()))))
                    .get("data");
        }
    }

    private static Stream<String> spellings() throws Exception {
        String key = KEY;
        byte[] octets = key.getBytes(StandardCharsets.UTF_8);
        String percent = URLEncoder.encode(key, StandardCharsets.UTF_8);
        String json = "s3cr+t\\/K\\u00e9y=0123456789";
        Stream<String> plain = Stream.of(
                key,
                percent,
                percent.toLowerCase(Locale.ROOT).replace("k%c3%a9y", "K%c3%a9y"),
                "s3cr%2bt/K%c3%a9y=0123456789",
                "s3cr+t/K%E9y%3d0123456789",
                URLEncoder.encode(percent, StandardCharsets.UTF_8),
                json,
                json.replace("\\", "\\\\"),
                "s3cr\\u002Bt\\u002FK\\u00E9y\\u003D0123456789",
                "s3cr&#43;t&#x2F;K&eacute;y&#061;0123456789",
                "s3cr&plus;t&sol;K&#xe9;y&equals;0123456789",
                "s3cr+t&amp;#x2f;K&amp;eacute;y=0123456789",
                "\\x73\\x33\\x63\\x72+t/K\\xc3\\xa9y=0123456789",
                HexFormat.of().formatHex(octets),
                HexFormat.of().withUpperCase().formatHex(octets),
                HexFormat.of().formatHex(key.getBytes(StandardCharsets.ISO_8859_1)));
        return Stream.concat(
                plain,
                Stream.of("", "a", "ab", "abc: ")
                        .flatMap(before -> Stream.of("", "x", "yz", " end").flatMap(after -> {
                            byte[] whole = (before + key + after).getBytes(StandardCharsets.UTF_8);
                            return Stream.of(
                                    Base64.getEncoder().encodeToString(whole),
                                    Base64.getUrlEncoder().withoutPadding().encodeToString(whole),
                                    URLEncoder.encode(
                                            Base64.getEncoder().encodeToString(whole), StandardCharsets.UTF_8));
                        })));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void masksEachSpellingThatServersUse(String spelling) throws Exception {
        String shown = (String)
                echoed(KEY, "text/plain; charset=UTF-8", ("<" + spelling + ">").getBytes(StandardCharsets.UTF_8));
        // Beside a secret in base64 up to four characters may be of its neighbours.
        assertThat(shown).matches("<[A-Za-z0-9]{0,8}\\*\\*\\*[A-Za-z0-9%+/=]{0,14}>");
    }

    @Test
    void masksWideAndNarrowOctets() throws Exception {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            assertThat(echoed(KEY, "image/png", KEY.getBytes(charset)))
                    .isEqualTo(Base64.getEncoder().encodeToString("***".getBytes(StandardCharsets.US_ASCII)));
        }
    }

    @Test
    void masksASecretOfDigitsAsANumber() throws Exception {
        assertThat(echoed(
                        "1234567890",
                        "application/json",
                        "[1234567890,12345678900,-1234567890.5,1.23456789e9,\"1234567890\",123456789,7]"
                                .getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(List.of("***", "***", "***", "***", "***", 123456789L, 7L));
        assertThat(echoed("0012345678", "application/json", "[12345678,1]".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(List.of("***", 1L));
    }

    @Test
    void leavesEverythingElseAsItIs() throws Exception {
        String text = "100%25 & 5%, \\u00e9 \\/ &eacute; a+b-c_d = %zz \\x4 &unknown; &#; \ud83d\ude00";
        assertThat(echoed(KEY, "text/plain; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text);
        assertThat(echoed(KEY, "text/plain; charset=UTF-8", (text + KEY + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(text + "***" + text);
    }
}
