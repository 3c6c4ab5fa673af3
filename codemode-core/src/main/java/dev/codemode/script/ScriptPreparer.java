package dev.codemode.script;

/**
 * Turns what a model wrote into what a sandbox runs. Gets hostile text. Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface ScriptPreparer extends AutoCloseable {
    /** Prepares one script in bounded time. Never throws: what it cannot take, it rejects. */
    PreparedScript prepare(ScriptRequest request);

    /** Releases what the preparer holds. Closing twice is allowed. */
    @Override
    void close();
}
