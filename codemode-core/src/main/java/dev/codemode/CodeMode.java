package dev.codemode;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.dispatch.internal.Dispatcher;
import dev.codemode.internal.words.Counted;
import dev.codemode.source.InvalidSourceException;
import dev.codemode.source.ServiceSource;
import dev.codemode.source.SourceIssue;
import dev.codemode.text.ToolDescription;
import dev.codemode.text.internal.AnswerText;
import dev.codemode.text.internal.ToolText;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * A typed SDK behind two tools: {@link #search} finds operations, {@link #execute} runs a script that calls them.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class CodeMode implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("dev.codemode");
    private static final int MAX_LOGGED = 20;

    private final CodeModeOptions options;
    private final @Nullable ExecutorService ownExecutor;
    private final Executions executions;
    private volatile CatalogVersion snapshot;

    CodeMode(CodeModeOptions options, @Nullable ExecutorService ownExecutor) {
        this.options = options;
        this.ownExecutor = ownExecutor;
        this.executions = new Executions(options);
        this.snapshot = loaded();
        options.sources().services().forEach(source -> source.onChange(this::reload));
    }

    /** Loads the sources; if that fails, everything the facade would have owned is released. */
    private CatalogVersion loaded() {
        boolean done = false;
        try {
            CatalogVersion first = load(options);
            done = true;
            return first;
        } finally {
            if (!done) {
                release();
            }
        }
    }

    /** Starts without services; {@link CodeModeBuilder#source} and {@link CodeModeBuilder#sandbox} are required. */
    public static CodeModeBuilder builder() {
        return new CodeModeBuilder();
    }

    private static CatalogVersion load(CodeModeOptions options) {
        CatalogAssembly.Assembled assembled =
                CatalogAssembly.of(options.sources().services());
        log(assembled.warnings());
        Dispatcher dispatcher = new Dispatcher(
                assembled.catalog(), assembled.handlers(), options.policies().interceptors(), options.executor());
        CatalogVersion snapshot = new CatalogVersion(
                dispatcher,
                options.sources().searchIndex().index(assembled.catalog()),
                options.policies().access(),
                assembled.warnings());
        options.preparer().anticipate(snapshot.everything());
        return snapshot;
    }

    /** A large document may have thousands of faults: a log needs only the first ones. */
    private static void log(List<SourceIssue> warnings) {
        warnings.stream()
                .limit(MAX_LOGGED)
                .forEach(issue -> LOG.log(System.Logger.Level.WARNING, "{0}: {1}", issue.location(), issue.message()));
        if (warnings.size() > MAX_LOGGED) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} from sources; CodeMode.warnings() returns all of them",
                    Counted.of(warnings.size() - MAX_LOGGED, "more warning"));
        }
    }

    private synchronized void reload() {
        try {
            snapshot = load(options);
        } catch (InvalidSourceException e) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "A source changed and is now invalid; its last valid version stays in use",
                    e);
        }
    }

    /** Finds operations that the caller may use and returns their TypeScript. Never throws for a query's content. */
    public SearchAnswer search(SearchQuery query, Caller caller) {
        options.sandbox().anticipate();
        CatalogVersion now = snapshot;
        return new Searches(now.index(), now.view(caller)).answer(Objects.requireNonNull(query, "query"));
    }

    /**
     * Runs a script. Faults of the script, of operations and of the sandbox are answers, not exceptions.
     *
     * <p>Blocks until the script has ended. Interrupting the thread stops the script and its calls; the answer is then
     * {@link dev.codemode.execution.ExecutionStatus#CANCELLED} and the thread's interrupt flag is set.
     */
    public ExecuteAnswer execute(String script, Caller caller) {
        Objects.requireNonNull(script, "script");
        Objects.requireNonNull(caller, "caller");
        options.sandbox().anticipate();
        return executions.closed()
                ? ScriptExecution.notRun(AnswerText.closed())
                : executions.execute(script, caller, snapshot);
    }

    /**
     * Returns the two tools, {@code search} and {@code execute}, as the caller should see them. A script will probably
     * follow soon, so the sandbox prepares for it in the background.
     */
    public List<ToolDescription> tools(Caller caller) {
        options.sandbox().anticipate();
        return ToolText.tools(
                snapshot.view(caller).catalog(),
                options.capacity().limits(),
                options.capacity().maxResultTokens(),
                options.preparer().takesTypeScript());
    }

    /** Returns what the caller may use. */
    public Catalog catalog(Caller caller) {
        return snapshot.view(caller).catalog();
    }

    /** Returns the warnings of all sources. */
    public List<SourceIssue> warnings() {
        return snapshot.warnings();
    }

    /**
     * Refuses new work, waits for running executions within {@link CodeModeBuilder#closeTimeout}, stops those that are
     * left, then closes the sandbox, the script preparer and the sources. Blocks; closing twice is allowed.
     */
    @Override
    public void close() {
        executions.close(options.capacity().closeTimeout());
        release();
    }

    private void release() {
        options.sandbox().close();
        options.preparer().close();
        options.sources().services().forEach(ServiceSource::close);
        if (ownExecutor != null) {
            ownExecutor.shutdownNow();
        }
    }
}
