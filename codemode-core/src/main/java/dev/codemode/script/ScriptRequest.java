package dev.codemode.script;

import dev.codemode.catalog.Catalog;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A script to prepare. Immutable and thread-safe.
 *
 * @param text what the model wrote
 * @param visible the services that the caller can see, the same instance as long as they do not change
 * @param trustDomain the sender's domain, for a preparer that serves several in turn
 * @param deadline when the execution for which the script is prepared ends
 * @since 0.1
 */
public record ScriptRequest(String text, Catalog visible, String trustDomain, Instant deadline) {
    /** Checks that nothing is null. */
    public ScriptRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(visible, "visible");
        Objects.requireNonNull(trustDomain, "trustDomain");
        Objects.requireNonNull(deadline, "deadline");
    }

    /** Creates a script without a deadline, in the domain with the empty name. */
    public ScriptRequest(String text, Catalog visible) {
        this(text, visible, "", Instant.MAX);
    }

    /** Returns the request with another text. */
    public ScriptRequest withText(String text) {
        return new ScriptRequest(text, visible, trustDomain, deadline);
    }

    /** Returns the time left until the deadline; zero if it has passed. */
    public Duration timeLeft() {
        Instant now = Instant.now();
        if (!now.isBefore(deadline)) {
            return Duration.ZERO;
        }
        Duration most = Duration.ofDays(1);
        return deadline.isAfter(now.plus(most)) ? most : Duration.between(now, deadline);
    }
}
