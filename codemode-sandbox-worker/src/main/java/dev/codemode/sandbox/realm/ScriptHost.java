package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.HostCall;
import org.jspecify.annotations.Nullable;

/**
 * The host's half of a running script: takes its calls and timers, and delivers replies and due timers in one order.
 * Called on the script's thread, except for {@link #wake}. No method but {@link #next} blocks for long, and none throws
 * anything else.
 *
 * @since 0.1
 */
public interface ScriptHost {
    /** The script takes its first step now: its clock starts. */
    void started();

    /** Makes a call; its reply will be delivered. */
    void call(HostCall call);

    /** Starts a timer, which is delivered once, unless it is cleared; its number may then be used again. */
    void startTimer(int id, long delayMillis);

    /** Clears a timer, which may be on its way already. */
    void clearTimer(int id);

    /** Waits for the next delivery; returns null if it was {@linkplain #wake woken}. */
    @Nullable Delivery next() throws InterruptedException;

    /** Ends the wait, this one or the next. */
    void wake();
}
