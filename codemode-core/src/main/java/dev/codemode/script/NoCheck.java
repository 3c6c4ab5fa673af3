package dev.codemode.script;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The check that finds nothing. */
enum NoCheck implements PreparedScript.Check {
    INSTANCE;

    @Override
    public boolean isNeeded() {
        return false;
    }

    @Override
    public CompletionStage<PreparedScript.Findings> findings() {
        return CompletableFuture.completedFuture(PreparedScript.Findings.none());
    }
}
