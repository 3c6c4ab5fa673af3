package dev.codemode.sandbox;

import java.util.Objects;

/**
 * One script to run. Immutable and thread-safe, except for the clock, which runs.
 *
 * @param script what to run
 * @param host answers the script's calls
 * @param trustDomain whose data the script may see; a sandbox never shares an engine or a process between two domains
 * @param clock the run time that the script has left; {@code maxRunTime} when the execution began. The sandbox pauses
 *     it until the script can start
 * @since 0.1
 */
public record SandboxRequest(Script script, HostBridge host, String trustDomain, RunClock clock) {
    /** Checks that nothing is null. */
    public SandboxRequest {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(trustDomain, "trustDomain");
        Objects.requireNonNull(clock, "clock");
    }

    /** Creates a request whose time, {@code maxRunTime}, begins now. */
    public SandboxRequest(Script script, HostBridge host, String trustDomain) {
        this(script, host, trustDomain, RunClock.start(script.limits().maxRunTime()));
    }

    /** Returns what the script may use. */
    public Limits limits() {
        return script.limits();
    }
}
