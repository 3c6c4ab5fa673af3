package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Script;

/**
 * The engine's part in one execution: a fresh global object with {@link Shim} in it. Confined to the script's thread,
 * except for {@link #cancel}.
 *
 * <p>Each method that runs the script's code returns when its microtasks have run (ECMA-262, 9.5), and throws when the
 * script cannot go on; the shim catches what the script itself throws.
 *
 * @since 0.1
 */
public interface Realm extends AutoCloseable {
    /**
     * Hands the script's {@linkplain Shim#opening values} to the shim, which talks to this host from now on.
     *
     * @throws ScriptEndException if the engine is exhausted or cancelled
     */
    void open(Script script, String services, RealmHost host) throws ScriptEndException;

    /**
     * Parses the script and runs it to its first pause.
     *
     * @throws ScriptEndException if the text is not the body of an async function, or if the script is stopped
     */
    void run(ScriptText script) throws ScriptEndException;

    /**
     * Settles the promise of a call, and runs the code that waits for it.
     *
     * @throws ScriptEndException if the script is stopped
     */
    void settle(double clockMillis, int callId, HostReply reply) throws ScriptEndException;

    /**
     * Runs the callback of a timer.
     *
     * @throws ScriptEndException if the script is stopped
     */
    void fire(double clockMillis, int timerId) throws ScriptEndException;

    /**
     * Ends the script in a way that it cannot catch, as soon as the engine checks. May be called on any thread, even
     * while nothing runs, and then ends whatever would run next. On a thread other than the script's it may block until
     * then.
     */
    void cancel();

    /** Releases the realm. */
    @Override
    void close();
}
