package dev.codemode.sandbox;

/**
 * Runs scripts that may be hostile. Prove an implementation with {@code SandboxContract} of the testkit.
 * Implementations are thread-safe: executions may run side by side.
 *
 * @since 0.1
 */
public interface Sandbox extends AutoCloseable {
    /**
     * Runs one script in a fresh realm and returns how it ended. A script's faults, and the sandbox's own, are returned
     * and not thrown.
     *
     * <p>Blocks until the script's result has settled and the host calls that it started have been answered, or until a
     * limit is reached. Interrupting the thread stops the script.
     *
     * @throws InterruptedException if the thread was interrupted; the script no longer runs, or never started
     */
    Execution execute(SandboxRequest request) throws InterruptedException;

    /**
     * Says that scripts will come soon, so that a sandbox can make ready for them in the background. Returns at once; may be
     * called often, and after {@link #close}. A sandbox that nobody has called holds neither processes nor threads.
     */
    default void anticipate() {}

    /** Stops what runs and releases what the sandbox holds. Closing twice is allowed. */
    @Override
    void close();
}
