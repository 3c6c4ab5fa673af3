package dev.codemode.mcp.internal.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.mcp.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private static final String FORGED = "a\u001b[31mb\n[main] ERROR forged\u202e\u2028x";

    private final SettableClock clock = new SettableClock();
    private final List<String> lines = new ArrayList<>();
    private final RefusalLog log = new RefusalLog(clock, lines::add);

    @Test
    void namesEachHostAndOriginOnce() {
        log.unknown("Host", "api.example.com", "allowedHosts");
        log.unknown("Host", "api.example.com", "allowedHosts");
        log.unknown("Origin", "https://chat.example.com", "allowedOrigins");
        assertThat(lines)
                .containsExactly(
                        "Refused a request whose Host header is 'api.example.com'. If clients are meant to send it, add"
                                + " it to allowedHosts.",
                        "Refused a request whose Origin header is 'https://chat.example.com'. If clients are meant to"
                                + " send it, add it to allowedOrigins.");
    }

    @Test
    void namesABoundedNumberOfHosts() {
        for (int i = 0; i < 1_000; i++) {
            log.unknown("Host", i + ".example.com", "allowedHosts");
        }
        assertThat(lines).hasSize(RefusalLog.MAX_VALUES + 1);
        assertThat(lines.get(RefusalLog.MAX_VALUES))
                .isEqualTo("Further refused values of Host and Origin are not logged.");
    }

    @Test
    void writesTextsOfClientsOnOneLine() {
        log.unknown("Origin", FORGED, "allowedOrigins");
        log.caller("10.0.0.7", new IllegalArgumentException("no user " + FORGED));
        String escaped = "a\\u001b[31mb\\u000a[main] ERROR forged\\u202e\\u2028x";
        assertThat(lines)
                .containsExactly(
                        "Refused a request whose Origin header is '" + escaped
                                + "'. If clients are meant to send it, add it to allowedOrigins.",
                        "Refused a request from 10.0.0.7: its caller was not accepted"
                                + " (java.lang.IllegalArgumentException: no user " + escaped + ").");
    }

    @Test
    void clipsTextsOfClients() {
        assertThat(RefusalLog.line("x".repeat(1_000_000))).isEqualTo("x".repeat(200) + "…");
    }

    @Test
    void saysHowManyCallersItLeftOut() {
        for (int i = 0; i < 500; i++) {
            log.caller("", new SecurityException("no"));
        }
        clock.advance(Duration.ofSeconds(61));
        log.caller("", new SecurityException("no"));
        String line = "Refused a request: its caller was not accepted (java.lang.SecurityException: no).";
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < RefusalLog.MAX_CALLERS_A_MINUTE; i++) {
            expected.add(line);
        }
        expected.add("Refused 490 more requests without an accepted caller.");
        expected.add(line);
        assertThat(lines).isEqualTo(expected);
    }
}
