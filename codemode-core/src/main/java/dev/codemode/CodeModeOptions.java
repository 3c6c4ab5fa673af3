package dev.codemode;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.catalog.Caller;
import dev.codemode.dispatch.ExecutionListener;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.script.ScriptPreparer;
import dev.codemode.search.SearchIndexFactory;
import dev.codemode.source.ServiceSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The options that a {@link CodeModeBuilder} collected. Immutable and thread-safe. */
record CodeModeOptions(
        List<ServiceSource> sources,
        Sandbox sandbox,
        ScriptPreparer preparer,
        SearchIndexFactory searchIndex,
        AccessPolicy policy,
        Function<Caller, String> trustDomain,
        Limits limits,
        int maxResultTokens,
        List<OperationInterceptor> interceptors,
        List<ExecutionListener> listeners,
        Executor executor,
        int maxConcurrentExecutions,
        Duration maxQueueTime,
        Duration closeTimeout) {

    CodeModeOptions {
        sources = List.copyOf(sources);
        interceptors = List.copyOf(interceptors);
        listeners = List.copyOf(listeners);
    }
}
