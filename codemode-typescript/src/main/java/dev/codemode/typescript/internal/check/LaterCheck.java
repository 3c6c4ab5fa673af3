package dev.codemode.typescript.internal.check;

import dev.codemode.script.PreparedScript;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A check that runs on another thread once somebody asks for its findings. Thread-safe. */
public final class LaterCheck implements PreparedScript.Check {
    private final boolean needed;
    private final Supplier<PreparedScript.Findings> check;
    private final Executor executor;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CompletableFuture<PreparedScript.Findings> findings = new CompletableFuture<>();

    /**
     * Creates a check.
     *
     * @param needed whether the script must have passed in any case
     * @param check finds the mistakes; a failure of it finds nothing
     * @param executor runs it; if it rejects the check, nothing is found
     */
    public LaterCheck(boolean needed, Supplier<PreparedScript.Findings> check, Executor executor) {
        this.needed = needed;
        this.check = check;
        this.executor = executor;
    }

    @Override
    public boolean isNeeded() {
        return needed;
    }

    @Override
    public CompletionStage<PreparedScript.Findings> findings() {
        if (!started.getAndSet(true)) {
            try {
                executor.execute(this::run);
            } catch (RejectedExecutionException e) {
                findings.complete(PreparedScript.Findings.none());
            }
        }
        return findings;
    }

    private void run() {
        try {
            findings.complete(check.get());
        } finally {
            findings.complete(PreparedScript.Findings.none());
        }
    }
}
