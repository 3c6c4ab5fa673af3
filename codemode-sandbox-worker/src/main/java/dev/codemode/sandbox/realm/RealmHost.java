package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.ScriptFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the shim's messages to the host, on the script's thread. Every text comes from the script. No method throws.
 * An engine passes what the shim sends to {@link Shim#receive}, which calls these methods.
 *
 * @since 0.1
 */
public interface RealmHost {
    /** Starts a call; returns false if its arguments are too large, and the number is then used again. */
    boolean call(int id, String operation, String argumentsJson);

    /** Returns 0 for an unknown dotted name, 1 for an operation, 2 for a namespace, 3 for both. */
    int kind(String name);

    /** Returns the members of a namespace, each with a line feed after it. */
    String members(String path);

    /** Writes to the console. */
    void log(ConsoleOutput.Level level, String text);

    /** Starts a timer. */
    void startTimer(int id, double delayMillis);

    /** Stops a timer. */
    void clearTimer(int id);

    /** The script returned. */
    void completed(@Nullable String resultJson, List<Integer> callsNotAwaited);

    /** The script failed. */
    void failed(ScriptFailure failure, List<Integer> callsNotAwaited);

    /** The shim noticed that a limit was exceeded; the script is cancelled. */
    void exceeded(LimitKind limit);
}
