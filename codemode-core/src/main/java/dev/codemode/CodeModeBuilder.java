package dev.codemode;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.dispatch.ExecutionListener;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.search.SearchIndexFactory;
import dev.codemode.source.ServiceSource;
import java.time.Duration;
import java.util.concurrent.Executor;

/**
 * Collects what a {@link CodeMode} is made of. Confined to one thread at a time.
 *
 * @since 0.1
 */
public final class CodeModeBuilder {
    CodeModeBuilder() {}

    /** Adds a source of services. It is closed with the {@link CodeMode}. */
    public CodeModeBuilder source(ServiceSource source) {
        return this;
    }

    /** Sets the sandbox. It is closed with the {@link CodeMode}. */
    public CodeModeBuilder sandbox(Sandbox sandbox) {
        return this;
    }

    /** Sets who may use what; by default everybody may use everything. */
    public CodeModeBuilder access(AccessPolicy policy) {
        return this;
    }

    /** Sets what one execution may use. */
    public CodeModeBuilder limits(Limits limits) {
        return this;
    }

    /** Adds an interceptor; the first added is the outermost. */
    public CodeModeBuilder interceptor(OperationInterceptor interceptor) {
        return this;
    }

    /** Adds a listener. */
    public CodeModeBuilder listener(ExecutionListener listener) {
        return this;
    }

    /** Sets what prepares scripts; by default plain JavaScript. It is closed with the {@link CodeMode}. */
    public CodeModeBuilder scripts(ScriptPreparer preparer) {
        return this;
    }

    /** Sets the index; by default the lexical one that is built in. */
    public CodeModeBuilder searchIndex(SearchIndexFactory factory) {
        return this;
    }

    /** Sets what runs handlers; by default virtual threads where the JVM has them, otherwise pooled threads. */
    public CodeModeBuilder executor(Executor executor) {
        return this;
    }

    /** Sets how many executions run at once; default 16. */
    public CodeModeBuilder maxConcurrentExecutions(int maxConcurrentExecutions) {
        return this;
    }

    /** Sets how long an execution waits for a free place before it is answered as busy; default 5 s. */
    public CodeModeBuilder maxQueueTime(Duration maxQueueTime) {
        return this;
    }

    /** Sets the tokens of a result that a model gets, estimated; default 6,000. */
    public CodeModeBuilder maxResultTokens(int maxResultTokens) {
        return this;
    }

    /** Sets how long {@link CodeMode#close} waits for running executions; default 10 s. */
    public CodeModeBuilder closeTimeout(Duration closeTimeout) {
        return this;
    }

    /**
     * Loads every source and returns the facade.
     *
     * @throws dev.codemode.source.InvalidSourceException with every mistake of every source
     * @throws IllegalStateException if a source or the sandbox is missing
     */
    public CodeMode build() {
        return new CodeMode();
    }
}
