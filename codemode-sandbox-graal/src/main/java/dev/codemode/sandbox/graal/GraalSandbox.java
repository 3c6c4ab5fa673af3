package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Sandbox;

/**
 * Sandboxes that run scripts on GraalJS. Thread-safe.
 *
 * @since 0.1
 */
public final class GraalSandbox {
    private static final int MAX_LEAKED_THREADS = 8;

    private GraalSandbox() {}

    /**
     * Returns a sandbox that runs scripts inside this process. For trusted code: it keeps faulty scripts in check, but is
     * not a boundary against hostile ones.
     *
     * <ul>
     *   <li>A script shares the host's heap. {@code maxMemoryBytes} is an approximation, made of what the script's thread
     *       has allocated and how the heap grows meanwhile, and another thread may meet the {@link OutOfMemoryError}.
     *   <li>Some built-ins of the language never look whether they are to stop, such as a search through a huge sparse
     *       array. The caller has its answer in time all the same, but the script's thread goes on; with eight such
     *       threads, the sandbox answers that it is busy.
     * </ul>
     *
     * <p>Each execution has a fresh realm, and each trust domain an engine of its own. Building the first engine takes
     * about a second, and starts here, in the background. {@link Sandbox#close} waits up to two seconds for what runs.
     */
    public static Sandbox unsafeInProcess() {
        return new InProcessSandbox(MAX_LEAKED_THREADS);
    }
}
