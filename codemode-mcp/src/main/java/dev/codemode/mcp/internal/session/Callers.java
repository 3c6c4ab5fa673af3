package dev.codemode.mcp.internal.session;

import dev.codemode.catalog.Caller;
import dev.codemode.mcp.McpRequest;
import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RefusalLog;
import java.util.Objects;
import java.util.function.Function;

/** Asks the host who is calling. Thread-safe as the host's function is. */
public final class Callers {
    private static final Callers EVERYBODY = new Callers(request -> Caller.anonymous());

    private final Function<McpRequest, Caller> ask;

    private Callers(Function<McpRequest, Caller> ask) {
        this.ask = ask;
    }

    /** Returns the callers of a host that tells them apart with its own function. */
    public static Callers of(Function<McpRequest, Caller> ask) {
        return new Callers(ask);
    }

    /** Returns the single caller of a host that does not tell callers apart. */
    public static Callers everybody() {
        return EVERYBODY;
    }

    /** Returns whether there is more than one caller. */
    public boolean toldApart() {
        return this != EVERYBODY;
    }

    /**
     * Asks who sent this request.
     *
     * @throws Refusal if the host's function throws; the log says why
     */
    public Caller of(McpRequest request, RefusalLog log) {
        try {
            return Objects.requireNonNull(ask.apply(request), "the caller function returned null");
        } catch (RuntimeException e) {
            log.caller(request.remoteAddress(), e);
            throw Refusal.unauthorized();
        }
    }
}
