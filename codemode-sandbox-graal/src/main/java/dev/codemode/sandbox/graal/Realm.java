package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.SandboxRequest;

/**
 * What an engine does for the event loop: a fresh global object with the shim in it. Everything but {@link #cancel} is
 * confined to the script's thread.
 */
interface Realm extends AutoCloseable {
    /** Loads the shim, which talks to the host from now on. */
    void open(SandboxRequest request, String services, RealmHost host);

    /**
     * Parses the script and runs it to its first pause.
     *
     * @throws SyntaxFailureException if the text is no body of an async function
     */
    void run(String body) throws SyntaxFailureException;

    /** Settles the promise of a call, and runs what waits for it. */
    void settle(double clockMillis, int callId, HostReply reply);

    /** Runs the callback of a timer. */
    void fire(double clockMillis, int timerId);

    /**
     * Ends the script in a way that it cannot catch, as soon as the engine looks. On a thread that is not the script's it
     * may block until then.
     */
    void cancel();

    @Override
    void close();
}
