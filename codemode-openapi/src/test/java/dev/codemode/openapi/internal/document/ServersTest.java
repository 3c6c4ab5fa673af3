package dev.codemode.openapi.internal.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ServersTest {
    private static Servers servers(@Nullable String baseUrl, List<String> permitted, String... declared) {
        DocumentOptions options = new DocumentOptions(
                "api",
                null,
                operation -> true,
                operation -> Optional.empty(),
                Map.of(),
                Set.of(),
                baseUrl == null ? null : URI.create(baseUrl),
                permitted.stream().map(URI::create).toList(),
                Set.of(),
                false,
                null,
                1);
        return Servers.of(options, List.of(declared));
    }

    @Test
    void takesTheFirstAbsoluteServerOfTheDocument() {
        assertThat(servers(null, List.of(), "/v1", "//half", "ftp://a", "https://api.example.com/v1/")
                        .base())
                .isEqualTo(URI.create("https://api.example.com/v1"));
    }

    @Test
    void knowsNoServerWhereNobodySays() {
        assertThat(servers(null, List.of(), "/v1").of(List.of())).isEmpty();
    }

    @Test
    void prefersTheHostsServer() {
        assertThat(servers("http://localhost:8080/", List.of(), "https://api.example.com")
                        .of(List.of()))
                .contains(URI.create("http://localhost:8080"));
    }

    @Test
    void refusesAnOperationsOwnOrigin() {
        assertThat(servers(null, List.of(), "https://api.example.com").of(List.of("https://evil.example.com")))
                .isEmpty();
        assertThat(servers(null, List.of(), "https://api.example.com").of(List.of("http://api.example.com:8080")))
                .isEmpty();
    }

    @Test
    void takesAnOperationsOwnPathAtTheSameOrigin() {
        assertThat(servers(null, List.of(), "https://api.example.com/v1").of(List.of("https://api.example.com/v2")))
                .contains(URI.create("https://api.example.com/v2"));
        assertThat(servers(null, List.of(), "https://api.example.com/v1").of(List.of("/v2/")))
                .contains(URI.create("https://api.example.com/v2"));
    }

    @Test
    void takesAServerThatTheHostPermits() {
        assertThat(servers(null, List.of("https://uploads.example.com"), "https://api.example.com")
                        .of(List.of("https://uploads.example.com/files")))
                .contains(URI.create("https://uploads.example.com/files"));
    }

    @Test
    void sendsWhatIsAtTheApisOwnHostToTheHostsServer() {
        assertThat(servers("http://localhost:8080", List.of(), "//kubernetes.local")
                        .of(List.of("https://kubernetes.local")))
                .contains(URI.create("http://localhost:8080"));
    }
}
