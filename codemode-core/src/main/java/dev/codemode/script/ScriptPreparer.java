package dev.codemode.script;

import dev.codemode.catalog.Catalog;

/**
 * Turns what a model wrote into what a sandbox runs. Gets hostile text. Implementations are thread-safe.
 *
 * @since 0.1
 */
public interface ScriptPreparer extends AutoCloseable {
    /**
     * Prepares one script, in the time of the request. Blocks while others of the same trust domain, or of as many
     * domains as there are turns, are prepared, and while the preparer starts for the first time, which it does not
     * charge to the script. Never throws: it rejects what it cannot accept, and answers
     * {@link PreparedScript.Unavailable} for a script that it has no time or capacity for.
     */
    PreparedScript prepare(ScriptRequest request);

    /**
     * Announces the services that scripts will use, as soon as they are known and whenever they change, so that a
     * preparer can get ready in the background. Returns at once.
     *
     * @param visible all services; a caller may see fewer
     */
    default void anticipate(Catalog visible) {}

    /** Returns whether it accepts TypeScript, which the description of the tool then mentions. */
    default boolean takesTypeScript() {
        return false;
    }

    /** Releases what the preparer holds. Closing twice is allowed. */
    @Override
    void close();
}
