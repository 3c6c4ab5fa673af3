package dev.codemode.openapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.http.internal.client.Origin;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.example.com/v1/, https://api.example.com/v1",
        "HTTPS://API.Example.com, https://api.example.com",
        "http://api.example.com:, http://api.example.com",
        "http://api.example.com:0080/, http://api.example.com:80",
        "http://10.0.0.1:8080/a/b, http://10.0.0.1:8080/a/b",
        "http://[::1]:8080, http://[::1]:8080",
        "https://m\u00fcller.example/v1, https://xn--mller-kva.example/v1",
        "https://api.example.com/caf\u00e9, https://api.example.com/caf%C3%A9",
        "https://api.example.com/a%20b, https://api.example.com/a%20b"
    })
    void takesWhatARequestCanGoTo(String text, String url) throws Exception {
        assertThat(ServerUrl.of(text)).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1 | it does not begin with http:// or https://",
                "'' | it does not begin with http:// or https://",
                "https:api.example.com | it does not begin with http:// or https://",
                "localhost:8080 | it does not begin with http:// or https://",
                "https:// | it names no host",
                "https:///v1 | it names no host",
                "https://:8080 | it names no host",
                "https://a.example:b.example | its port 'b.example' is not a number from 1 to 65535",
                "https://a.example:99999 | its port '99999' is not a number from 1 to 65535",
                "https://a.example:0 | its port '0' is not a number from 1 to 65535",
                "https://a.example@evil.example | it has a user name or a password",
                "http://web.1:8080 | its host 'web.1' is neither a host name (RFC 1123) nor an address",
                "http://web-:80 | its host 'web-' is neither a host name (RFC 1123) nor an address",
                "http://127.1 | its host '127.1' is neither a host name (RFC 1123) nor an address",
                "http://%31.example | its host '%31.example' is neither a host name (RFC 1123) nor an address",
                "http://[fe80::1%25eth0] | its host '[fe80::1%25eth0]' is neither a host name (RFC 1123) nor an address",
                "'https://api.example.com ' | it has a blank or a control character",
                "'https://api.example.com/a b' | it has a blank or a control character",
                "https://api.example.com/v1/.. | its path has '.' or '..' as a segment",
                "https://api.example.com/.%2e/v1 | its path has '.' or '..' as a segment",
                "https://api.example.com/v1%3 | it is not a valid URL",
                "https://api.example.com/%252e | its path has an encoded dot, slash, backslash or percent sign"
            })
    void saysWhyNoRequestCanGoThere(String text, String reason) {
        assertThatThrownBy(() -> ServerUrl.of(text)).hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com:443/a, https://api.example.com",
        "http://api.example.com:80, http://API.example.com",
        "https://api.example.com:8443/, https://api.example.com:8443/b?c"
    })
    void comparesOriginsWithoutTheirUsualPort(String one, String other) {
        assertThat(Origin.of(URI.create(one))).isEqualTo(Origin.of(URI.create(other)));
    }
}
