package dev.codemode.mcp.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPatternTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1:1", "[::1]:65535"})
    void loopbackIsAHost(String host) {
        assertThat(allows(HostPattern.loopbackHosts(), host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost.evil.example",
                "evil.example",
                "localhost:",
                "localhost:x",
                "localhost:1:2",
                "127.0.0.2",
                "user@localhost",
                "localhost/",
                " localhost",
                "http://localhost",
                "::1",
                "localhost:999999"
            })
    void nothingElseIs(String host) {
        assertThat(allows(HostPattern.loopbackHosts(), host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost", "https://localhost:6274", "http://127.0.0.1:3000", "http://[::1]"})
    void loopbackIsAnOrigin(String origin) {
        assertThat(allows(HostPattern.loopbackOrigins(), origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "localhost", "file://localhost", "http://localhost.evil.example", "http://localhost/x"})
    void noOtherPageIs(String origin) {
        assertThat(allows(HostPattern.loopbackOrigins(), origin)).isFalse();
    }

    @Test
    void aPortThatIsNamedMustMatch() {
        Set<HostPattern> hosts = HostPattern.hosts("api.example.com:443");
        assertThat(allows(hosts, "api.example.com:443")).isTrue();
        assertThat(allows(hosts, "api.example.com")).isFalse();
        assertThat(allows(hosts, "api.example.com:80")).isFalse();
    }

    @Test
    void refusesAnOriginWithoutAScheme() {
        assertThatThrownBy(() -> HostPattern.origins("chat.example.com"))
                .hasMessage("Expected an origin such as https://chat.example.com, but was 'chat.example.com'.");
    }

    @Test
    void refusesAHostWithAScheme() {
        assertThatThrownBy(() -> HostPattern.hosts("*"))
                .hasMessage("Expected a host such as api.example.com or localhost:8080, but was '*'.");
    }

    private static boolean allows(Set<HostPattern> patterns, String text) {
        HostPattern given = HostPattern.read(text);
        return given != null && patterns.stream().anyMatch(pattern -> pattern.allows(given));
    }
}
