package dev.codemode;

import dev.codemode.catalog.AccessPolicy;
import dev.codemode.catalog.Caller;
import dev.codemode.dispatch.OperationInterceptor;
import dev.codemode.execution.ExecutionListener;
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
        Sources sources,
        Policies policies,
        Capacity capacity,
        Sandbox sandbox,
        ScriptPreparer preparer,
        Executor executor) {

    /** What the catalog is made of, and the index over it. */
    record Sources(List<ServiceSource> services, SearchIndexFactory searchIndex) {
        Sources {
            services = List.copyOf(services);
        }
    }

    /** Who may use what, and who looks on. */
    record Policies(
            AccessPolicy access,
            Function<Caller, String> trustDomain,
            List<OperationInterceptor> interceptors,
            List<ExecutionListener> listeners) {
        Policies {
            interceptors = List.copyOf(interceptors);
            listeners = List.copyOf(listeners);
        }
    }

    /** How much one execution and all of them may use. */
    record Capacity(
            Limits limits,
            int maxResultTokens,
            int maxConcurrentExecutions,
            Duration maxQueueTime,
            Duration closeTimeout) {}
}
