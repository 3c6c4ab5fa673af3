package dev.codemode.benchmarks.hostile;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import java.util.Optional;

/** Records how the last script of a thread ended, and outlives the facades that share it. Thread-safe. */
final class ObservedSandbox implements Sandbox {
    private final Sandbox sandbox;
    private final ThreadLocal<Execution> last = new ThreadLocal<>();

    ObservedSandbox(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public Execution execute(SandboxRequest request) throws InterruptedException {
        Execution execution = sandbox.execute(request);
        last.set(execution);
        return execution;
    }

    /** Returns how the last script of this thread ended, once; nothing if none ran. */
    Optional<Execution> take() {
        Optional<Execution> execution = Optional.ofNullable(last.get());
        last.remove();
        return execution;
    }

    /** Does nothing: a facade closes its sandbox, but this one does not belong to the facade. */
    @Override
    public void close() {}
}
