package dev.codemode.mcp.internal.tool;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.mcp.internal.rpc.JsonRpc;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.text.ToolDescription;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Carries out calls of the two tools, at most {@link #MAX_CALLS} at once. An internal failure is logged under a
 * reference, and the answer gives only that reference. Held by {@code SafeErrorsTest} and {@code ToolArgumentsTest}.
 * Thread-safe.
 */
public final class ToolCalls {
    /** Far above what a sandbox runs at once; it bounds the threads that a flood of calls can start. */
    public static final int MAX_CALLS = 256;

    private static final System.Logger LOG = System.getLogger("dev.codemode.mcp");
    private static final Set<String> TOOLS = Set.of("search", "execute");
    private static final int MAX_NAME = 80;

    private final CodeMode codeMode;
    private final JsonRpc json;
    private final Executor executor;
    private final Semaphore places = new Semaphore(MAX_CALLS);

    /**
     * Prepares to carry out calls.
     *
     * @param executor runs each call on a thread that the call may block
     */
    public ToolCalls(CodeMode codeMode, JsonRpc json, Executor executor) {
        this.codeMode = codeMode;
        this.json = json;
        this.executor = executor;
    }

    /**
     * Returns the tools as this caller may see them.
     *
     * @throws Refusal if the host fails to provide them
     */
    public List<ToolDescription> list(Caller caller) {
        try {
            return codeMode.tools(caller);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The tools could not be listed", e);
            throw new Refusal(500, RpcError.internal());
        }
    }

    /**
     * Reads which tool is called.
     *
     * @param params those of {@code tools/call}
     * @throws Refusal if there is no such tool
     */
    public ToolCall read(@Nullable Object params, Caller caller) {
        Map<?, ?> call = params instanceof Map<?, ?> map ? map : Map.of();
        if (call.get("name") instanceof String name && TOOLS.contains(name)) {
            return new ToolCall(name, call.get("arguments"), caller);
        }
        throw new Refusal(400, unknown(call.get("name")));
    }

    private RpcError unknown(@Nullable Object name) {
        if (!(name instanceof String text)) {
            return new RpcError(RpcError.INVALID_PARAMS, "'name' must be the name of a tool: search or execute.");
        }
        String shown = json.text(text.length() <= MAX_NAME ? text : text.substring(0, MAX_NAME) + "…");
        return new RpcError(
                RpcError.INVALID_PARAMS, "There is no tool " + shown + "; the tools are search and execute.");
    }

    /** Starts a call, and returns what will hold its answer: null if the client no longer wants it. */
    public CompletableFuture<@Nullable ToolAnswer> start(ToolCall call, Cancellation cancellation) {
        if (!places.tryAcquire()) {
            return CompletableFuture.completedFuture(busy(call));
        }
        CompletableFuture<@Nullable ToolAnswer> answer = new CompletableFuture<>();
        try {
            executor.execute(() -> {
                try {
                    answer.complete(work(call, cancellation));
                } finally {
                    places.release();
                }
            });
        } catch (RejectedExecutionException e) {
            places.release();
            answer.complete(busy(call));
        }
        return answer;
    }

    private static ToolAnswer busy(ToolCall call) {
        return new ToolAnswer(
                call.name() + ": the server is already carrying out too many calls. Try again in a few seconds.", true);
    }

    private @Nullable ToolAnswer work(ToolCall call, Cancellation cancellation) {
        if (!cancellation.enter()) {
            return null;
        }
        ToolAnswer answer;
        boolean wanted;
        try {
            answer = answer(call);
        } finally {
            wanted = cancellation.leave();
        }
        return wanted ? answer : null;
    }

    private ToolAnswer answer(ToolCall call) {
        try {
            return call.name().equals("search") ? search(call) : execute(call);
        } catch (RuntimeException | Error e) {
            String reference = UUID.randomUUID().toString();
            LOG.log(System.Logger.Level.ERROR, "Tool call " + reference + " of " + call.name() + " failed", e);
            return new ToolAnswer(
                    call.name() + ": the server failed to carry out the call. Its log has the details under "
                            + reference + ".",
                    true);
        }
    }

    private ToolAnswer search(ToolCall call) {
        ToolArguments arguments = new ToolArguments(json, call, List.of("query", "service", "limit", "offset"));
        String query = arguments.text("query");
        String service = arguments.text("service");
        int limit = arguments.integer("limit", SearchQuery.DEFAULT_LIMIT, 1, SearchQuery.MAX_LIMIT);
        int offset = arguments.integer("offset", 0, 0, Integer.MAX_VALUE);
        if (!arguments.mistakes().isEmpty()) {
            return new ToolAnswer(arguments.mistakes(), true);
        }
        SearchQuery wanted = new SearchQuery(query, service, limit, offset);
        return new ToolAnswer(codeMode.search(wanted, call.caller()).text(), false);
    }

    private ToolAnswer execute(ToolCall call) {
        ToolArguments arguments = new ToolArguments(json, call, List.of("code"));
        String code = arguments.requiredText("code");
        if (!arguments.mistakes().isEmpty()) {
            return new ToolAnswer(arguments.mistakes(), true);
        }
        ExecuteAnswer answer = codeMode.execute(code, call.caller());
        return new ToolAnswer(answer.text(), answer.failed());
    }
}
