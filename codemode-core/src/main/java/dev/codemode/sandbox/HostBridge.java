package dev.codemode.sandbox;

import java.util.concurrent.CompletionStage;

/**
 * The one way out of a sandbox. Thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface HostBridge {
    /**
     * Starts a call and returns at once. The stage completes normally with the reply, on any thread and perhaps before
     * this method returns; it never completes exceptionally. The host itself counts calls, holds back those above the
     * limit of calls in flight, and ends the remaining ones when the execution ends.
     */
    CompletionStage<HostReply> call(HostCall call);
}
