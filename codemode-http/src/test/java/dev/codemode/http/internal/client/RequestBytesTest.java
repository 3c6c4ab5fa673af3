package dev.codemode.http.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestBytesTest {
    private static String text(String method, String uri, Map<String, String> headers) {
        BoundedClient.Request request = new BoundedClient.Request(method, URI.create(uri), headers, null);
        return new String(RequestBytes.of(request), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.test, GET / HTTP/1.1, shop.test",
        "http://shop.test:80/a?, GET /a? HTTP/1.1, shop.test",
        "http://shop.test:8080/a%20b?c=d%26#e, GET /a%20b?c=d%26 HTTP/1.1, shop.test:8080",
        "http://[::1]:81/a, GET /a HTTP/1.1, [::1]:81",
        "http://user:secret@shop.test/, GET / HTTP/1.1, shop.test",
        "http://shop.test/ä?ö=€, GET /%C3%A4?%C3%B6=%E2%82%AC HTTP/1.1, shop.test"
    })
    void writesWhereTheRequestGoes(String uri, String line, String host) {
        assertThat(text("GET", uri, Map.of())).isEqualTo(line + "\r\nHost: " + host + "\r\n\r\n");
    }

    @Test
    void writesTheBodyAfterItsLength() {
        byte[] bytes = RequestBytes.of(new BoundedClient.Request(
                "POST",
                URI.create("http://shop.test/books"),
                Map.of("accept", "text/plain", "content-type", "text/css"),
                Payload.utf8("application/json", "\"ä\"")));
        assertThat(new String(bytes, StandardCharsets.UTF_8))
                .isEqualTo("POST /books HTTP/1.1\r\nHost: shop.test\r\naccept: text/plain\r\n"
                        + "content-type: application/json\r\nContent-Length: 4\r\n\r\n\"ä\"");
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "DELETE, false", "POST, true", "PATCH, true", "QUERY, true"})
    void announcesNoContentOnlyWhereTheMethodMayHaveSome(String method, boolean announced) {
        assertThat(text(method, "http://shop.test/", Map.of()).contains("\r\nContent-Length: 0\r\n"))
                .isEqualTo(announced);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Admin: 1", "a\nb", "a\rb", "a\u0000b", "a\u007f", "a\u0085b", "\u560d\u560a"})
    void refusesAValueThatIsNotOneLineOfAscii(String value) {
        assertThatThrownBy(() -> text("GET", "http://shop.test/", Map.of("X-Trace", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The field X-Trace has a character that no field can have.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "ä"})
    void refusesANameOrAMethodThatIsNotAToken(String token) {
        assertThatThrownBy(() -> text("GET", "http://shop.test/", Map.of(token, "1")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> text(token, "http://shop.test/", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Connection", "Upgrade", "Expect", "TE"})
    void refusesAFieldThatTheClientWritesItself(String name) {
        assertThatThrownBy(() -> text("GET", "http://shop.test/", Map.of(name, "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The client itself writes the field " + name + ".");
    }
}
