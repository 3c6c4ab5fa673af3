package dev.codemode.sandbox;

/**
 * Runs scripts that may be hostile. Prove an implementation with {@code SandboxContract} from the testkit.
 * Implementations are thread-safe: executions may run concurrently.
 *
 * @since 0.1
 */
public interface Sandbox extends AutoCloseable {
    /**
     * Runs one script in a fresh realm and returns how it ended. Faults of the script and of the sandbox are returned,
     * not thrown.
     *
     * <p>Blocks until the script's result has settled and the host calls that it started have been answered, or until a
     * limit is reached. Interrupting the thread stops the script.
     *
     * @throws InterruptedException if the thread was interrupted; the script no longer runs, or never started
     */
    Execution execute(SandboxRequest request) throws InterruptedException;

    /**
     * Announces that scripts will come soon, so that a sandbox can prepare for them in the background. Returns at once;
     * may be called often, and after {@link #close}. A sandbox that has not been called yet holds neither processes nor
     * threads.
     */
    default void anticipate() {}

    /** Stops running scripts and releases what the sandbox holds. Closing twice is allowed. */
    @Override
    void close();
}
