package dev.codemode.http.internal.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressCheckTest {
    private static final String REFUSED =
            "The request was not sent: its server is at an address that the host does not permit.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.1.2.3",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "2002:a00:1::",
                "2001::1",
                "2001:db8::1",
                "3fff::1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "100::1"
            })
    void knowsAPrivateAddress(String address) throws Exception {
        assertThat(AddressCheck.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "198.17.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2002:808:808::",
                "64:ff9b::808:808"
            })
    void knowsAPublicAddress(String address) throws Exception {
        assertThat(AddressCheck.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://127.0.0.1:8080/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://2130706433/",
                "http://127.1/"
            })
    void sendsNothingToItself(String uri) {
        assertThatThrownBy(() -> check(Set.of(), false).check(URI.create(uri))).hasMessage(REFUSED);
    }

    @Test
    void permitsWhatTheHostPermits() {
        URI uri = URI.create("http://127.0.0.1:8080/a");
        assertThatCode(() -> check(Set.of(), true).check(uri)).doesNotThrowAnyException();
        assertThatCode(() -> check(Set.of("http://127.0.0.1:8080"), false).check(uri))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> check(Set.of("http://127.0.0.1:8081"), false).check(uri))
                .hasMessage(REFUSED);
    }

    @Test
    void discardsTheResponseOfANameThatHasTurnedPrivate() {
        AddressCheck check = check(Set.of(), false);
        assertThatThrownBy(() -> check.confirm(URI.create("http://localhost:8080/a")))
                .hasMessage("The response was discarded: the server's name now leads to an address that the host"
                        + " does not permit.");
        assertThatThrownBy(() -> check.check(URI.create("http://localhost:8080/b")))
                .hasMessage(REFUSED);
        assertThatCode(() -> check(Set.of(), true).confirm(URI.create("http://localhost:8080/a")))
                .doesNotThrowAnyException();
    }

    private static AddressCheck check(Set<String> permitted, boolean all) {
        Set<Origin> origins =
                permitted.stream().map(URI::create).map(Origin::of).collect(Collectors.toSet());
        return new AddressCheck(origins, all, new FaultLog(System.getLogger("test"), "api", InstantSource.system()));
    }
}
