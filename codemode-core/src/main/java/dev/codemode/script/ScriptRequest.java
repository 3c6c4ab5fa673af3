package dev.codemode.script;

import dev.codemode.catalog.Catalog;
import dev.codemode.sandbox.RunClock;
import java.time.Duration;
import java.util.Objects;

/**
 * A script to prepare. Immutable and thread-safe.
 *
 * @param text what the model wrote
 * @param visible the services that the caller can see, the same instance as long as they do not change
 * @param trustDomain the sender's domain, for a preparer that serves several in turn
 * @param clock the run time of the execution, which preparing uses up; a preparer may pause it while it starts
 * @since 0.1
 */
public record ScriptRequest(String text, Catalog visible, String trustDomain, RunClock clock) {
    /** Checks that nothing is null. */
    public ScriptRequest {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(visible, "visible");
        Objects.requireNonNull(trustDomain, "trustDomain");
        Objects.requireNonNull(clock, "clock");
    }

    /** Creates a script that has a day, in the domain with the empty name. */
    public ScriptRequest(String text, Catalog visible) {
        this(text, visible, "", RunClock.start(Duration.ofDays(1)));
    }

    /** Returns the request with another text. */
    public ScriptRequest withText(String text) {
        return new ScriptRequest(text, visible, trustDomain, clock);
    }

    /** Returns the time that is left; zero if there is none. */
    public Duration timeLeft() {
        return clock.left();
    }
}
