package dev.codemode.script;

import dev.codemode.catalog.Catalog;

/**
 * Turns what a model wrote into what a sandbox runs. Gets hostile text. Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface ScriptPreparer extends AutoCloseable {
    /**
     * Prepares one script, by the deadline of the request. Blocks while others of the same trust domain, or of as many
     * domains as there are turns, are prepared. Never throws: what it cannot take, it rejects; what it has no time or no
     * means for is {@link PreparedScript.Unavailable}.
     */
    PreparedScript prepare(ScriptRequest request);

    /**
     * Says what scripts will be about, when that is known and whenever it changes, so that a preparer can make ready for
     * them in the background. Returns at once.
     *
     * @param visible all services; a caller may see fewer
     */
    default void anticipate(Catalog visible) {}

    /**
     * Blocks while what prepares scripts is being started for the first time, for a bounded time; later it returns at once.
     * Called before each script: its run time begins afterwards, so that no script is charged for a start.
     *
     * @throws InterruptedException if the script is no longer wanted
     */
    default void awaitStarted() throws InterruptedException {}

    /** Returns whether it takes TypeScript, which the description of the tool then says. */
    default boolean takesTypeScript() {
        return false;
    }

    /** Releases what the preparer holds. Closing twice is allowed. */
    @Override
    void close();
}
