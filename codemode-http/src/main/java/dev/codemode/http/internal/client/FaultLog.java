package dev.codemode.http.internal.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Logs for the host what keeps a source from working: each kind of fault at a server once in {@value #MINUTES} minutes,
 * however many calls meet it. Thread-safe.
 */
public final class FaultLog {
    private static final long MINUTES = 10;
    private static final int MAX_KINDS = 1_000;

    private final System.Logger log;
    private final String source;
    private final InstantSource clock;
    private final Map<Kind, Instant> told = new ConcurrentHashMap<>();

    public FaultLog(System.Logger log, String source, InstantSource clock) {
        this.log = log;
        this.source = source;
        this.clock = clock;
    }

    private record Kind(String fault, Origin origin) {}

    /**
     * Warns of a fault.
     *
     * @param fault the kind of fault, to distinguish it from others
     * @param origin where it is
     * @param text what it is, and what the host can do; {@code {0}} stands for the origin
     */
    public void warn(String fault, Origin origin, String text) {
        Instant now = clock.instant();
        Kind kind = new Kind(fault, origin);
        Instant before = told.get(kind);
        boolean fresh =
                before == null || before.plus(Duration.ofMinutes(MINUTES)).isBefore(now);
        if (fresh && told.size() < MAX_KINDS) {
            told.put(kind, now);
            log.log(System.Logger.Level.WARNING, "'" + source + "': " + text.replace("{0}", origin.toString()));
        }
    }
}
