package dev.codemode;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.catalog.Caller;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.execution.ExecutionListener;
import dev.codemode.internal.options.OptionChecks;
import dev.codemode.internal.threads.HostThreads;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.script.PlainJavaScript;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.search.SearchIndexFactory;
import dev.codemode.search.SearchIndexes;
import dev.codemode.source.ServiceSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects the parts of a {@link CodeMode}. Confined to one thread at a time.
 *
 * @since 0.1
 */
public final class CodeModeBuilder {
    private final List<ServiceSource> sources = new ArrayList<>();
    private final List<OperationInterceptor> interceptors = new ArrayList<>();
    private final List<ExecutionListener> listeners = new ArrayList<>();
    private @Nullable Sandbox sandbox;
    private @Nullable ScriptPreparer preparer;
    private @Nullable Executor executor;
    private SearchIndexFactory searchIndex = SearchIndexes.lexical();
    private AccessPolicy policy = AccessPolicy.allowAll();
    private Function<Caller, String> trustDomain = Caller::id;
    private Limits limits = Limits.defaults();
    private int maxResultTokens = 6_000;
    private int maxConcurrentExecutions = 16;
    private Duration maxQueueTime = Duration.ofSeconds(10);
    private Duration closeTimeout = Duration.ofSeconds(10);

    CodeModeBuilder() {}

    /** Adds a source of services. It is closed with the {@link CodeMode}. */
    public CodeModeBuilder source(ServiceSource source) {
        sources.add(Objects.requireNonNull(source, "source"));
        return this;
    }

    /**
     * Sets the sandbox. It is closed with the {@link CodeMode}.
     *
     * @throws IllegalStateException if one is already set
     */
    public CodeModeBuilder sandbox(Sandbox sandbox) {
        if (this.sandbox != null) {
            throw new IllegalStateException(
                    "The sandbox was already set to " + this.sandbox + "; it cannot also be " + sandbox + ".");
        }
        this.sandbox = Objects.requireNonNull(sandbox, "sandbox");
        return this;
    }

    /** Sets the policy that decides who may use which operations; by default everybody may use everything. */
    public CodeModeBuilder access(AccessPolicy policy) {
        this.policy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Sets the trust domain of a caller: whose data its scripts may see. A sandbox never shares an engine or a process
     * between two domains. By default each caller's id is its own domain.
     */
    public CodeModeBuilder trustDomain(Function<Caller, String> trustDomain) {
        this.trustDomain = Objects.requireNonNull(trustDomain, "trustDomain");
        return this;
    }

    /** Sets the limits of one execution. */
    public CodeModeBuilder limits(Limits limits) {
        this.limits = Objects.requireNonNull(limits, "limits");
        return this;
    }

    /** Adds an interceptor; the first added is the outermost. */
    public CodeModeBuilder interceptor(OperationInterceptor interceptor) {
        interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
        return this;
    }

    /** Adds a listener of executions; several are notified in the order in which they were added. */
    public CodeModeBuilder listener(ExecutionListener listener) {
        listeners.add(Objects.requireNonNull(listener, "listener"));
        return this;
    }

    /** Sets the script preparer; by default one for plain JavaScript. It is closed with the {@link CodeMode}. */
    public CodeModeBuilder scripts(ScriptPreparer preparer) {
        this.preparer = Objects.requireNonNull(preparer, "preparer");
        return this;
    }

    /** Sets the search index; by default {@link SearchIndexes#lexical()}. */
    public CodeModeBuilder searchIndex(SearchIndexFactory factory) {
        this.searchIndex = Objects.requireNonNull(factory, "factory");
        return this;
    }

    /**
     * Sets the executor of handlers; by default pooled threads, and beyond 128 of them virtual ones where the JVM has
     * them. It needs as many threads as calls should run at once, and is not closed with the {@link CodeMode}.
     */
    public CodeModeBuilder executor(Executor executor) {
        this.executor = Objects.requireNonNull(executor, "executor");
        return this;
    }

    /**
     * Sets how many executions run at once; default 16. A place that becomes free goes to the
     * {@linkplain #trustDomain trust domain} with the fewest running.
     */
    public CodeModeBuilder maxConcurrentExecutions(int maxConcurrentExecutions) {
        this.maxConcurrentExecutions = OptionChecks.positive("maxConcurrentExecutions", maxConcurrentExecutions);
        return this;
    }

    /**
     * Sets how long an execution waits for a free place before it gets the answer <em>busy</em>, counted from when the
     * last one got a place, and six times as long in all; default 10 s.
     */
    public CodeModeBuilder maxQueueTime(Duration maxQueueTime) {
        this.maxQueueTime = OptionChecks.notNegative("maxQueueTime", maxQueueTime);
        return this;
    }

    /** Sets the maximum number of result tokens, estimated, that a model gets; default 6,000. */
    public CodeModeBuilder maxResultTokens(int maxResultTokens) {
        this.maxResultTokens = OptionChecks.positive("maxResultTokens", maxResultTokens);
        return this;
    }

    /** Sets how long {@link CodeMode#close} waits for running executions; default 10 s. */
    public CodeModeBuilder closeTimeout(Duration closeTimeout) {
        this.closeTimeout = OptionChecks.notNegative("closeTimeout", closeTimeout);
        return this;
    }

    /**
     * Loads every source and returns the facade. If a source has mistakes, everything that was handed over is closed,
     * as by {@link CodeMode#close}; no process and no thread is left behind.
     *
     * @throws dev.codemode.source.InvalidSourceException with every mistake of every source
     * @throws IllegalStateException if a source or the sandbox is missing
     */
    public CodeMode build() {
        if (sources.isEmpty()) {
            throw new IllegalStateException("A source is missing: add one with source(AnnotatedServices.of(...)).");
        }
        if (sandbox == null) {
            throw new IllegalStateException(
                    "The sandbox is missing: set one with sandbox(...), such as one of codemode-sandbox-graal.");
        }
        ExecutorService ownExecutor = executor == null ? HostThreads.newExecutor() : null;
        Executor used = ownExecutor == null ? Objects.requireNonNull(executor) : ownExecutor;
        CodeModeOptions options = new CodeModeOptions(
                new CodeModeOptions.Sources(sources, searchIndex),
                new CodeModeOptions.Policies(policy, trustDomain, interceptors, listeners),
                new CodeModeOptions.Capacity(
                        limits, maxResultTokens, maxConcurrentExecutions, maxQueueTime, closeTimeout),
                sandbox,
                preparer == null ? PlainJavaScript.create() : preparer,
                used);
        return new CodeMode(options, ownExecutor);
    }
}
