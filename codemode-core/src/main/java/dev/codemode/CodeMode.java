package dev.codemode;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.source.SourceIssue;
import dev.codemode.text.ToolDescription;
import java.util.List;

/**
 * A typed SDK behind two tools: {@link #search} finds operations, {@link #execute} runs a script that calls them.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class CodeMode implements AutoCloseable {
    CodeMode() {}

    /** Starts without services; {@link CodeModeBuilder#source} and {@link CodeModeBuilder#sandbox} are required. */
    public static CodeModeBuilder builder() {
        return new CodeModeBuilder();
    }

    /** Finds operations that the caller may use and returns their TypeScript. Never throws for a query's content. */
    public SearchAnswer search(SearchQuery query, Caller caller) {
        return unfinished();
    }

    /**
     * Runs a script. Faults of the script, of operations and of the sandbox are answers, not exceptions.
     *
     * <p>Blocks until the script has ended. Interrupting the thread stops the script and its calls; the answer is then
     * {@link ExecuteAnswer.Status#CANCELLED} and the thread's interrupt flag is set.
     */
    public ExecuteAnswer execute(String script, Caller caller) {
        return unfinished();
    }

    /** Returns the two tools, {@code search} and {@code execute}, as the caller should see them. */
    public List<ToolDescription> tools(Caller caller) {
        return unfinished();
    }

    /** Returns what the caller may use. */
    public Catalog catalog(Caller caller) {
        return unfinished();
    }

    /** Returns the warnings of all sources. */
    public List<SourceIssue> warnings() {
        return unfinished();
    }

    /**
     * Refuses new work, waits for running executions within {@link CodeModeBuilder#closeTimeout}, stops what is left,
     * then closes the sandbox and the sources. Blocks; closing twice is allowed.
     */
    @Override
    public void close() {}

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static <T> T unfinished() {
        if (java.util.Locale.getDefault() != null) {
            throw new IllegalStateException();
        }
        return java.util.Objects.requireNonNull(null);
    }
}
