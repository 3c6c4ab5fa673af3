package dev.codemode.mcp.internal.rpc;

import dev.codemode.catalog.CodeModeException;
import org.jspecify.annotations.Nullable;

/** A request that the transport refuses. Its text is for the peer. */
public final class Refusal extends CodeModeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Object id;
    private final transient RpcError error;
    private final boolean answered;

    private Refusal(int status, @Nullable Object id, RpcError error, boolean answered) {
        super(error.message());
        this.status = status;
        this.id = id;
        this.error = error;
        this.answered = answered;
    }

    /**
     * Refuses a request.
     *
     * @param status the HTTP status; on stdio there is none
     * @param id the id of the request, as far as it is known
     * @param error what the body says
     */
    public Refusal(int status, @Nullable Object id, RpcError error) {
        this(status, id, error, true);
    }

    /** Refuses a request whose id is unknown. */
    public Refusal(int status, RpcError error) {
        this(status, null, error, true);
    }

    /** Refuses a message that breaks a rule of the protocol. */
    public static Refusal badRequest(String message) {
        return new Refusal(400, RpcError.invalid(message));
    }

    /** Refuses a caller whom the host does not know. */
    public static Refusal unauthorized() {
        return new Refusal(401, RpcError.refused("The caller is not known to this server."));
    }

    /** Keeps no stack trace: a refusal is an answer, and a flood of them must cost little. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Returns the refusal of a notification, which JSON-RPC 2.0, section 4.1, does not allow to be answered. */
    public Refusal ofNotification() {
        return new Refusal(status, null, error, false);
    }

    /** Returns the HTTP status. */
    public int status() {
        return status;
    }

    /** Returns the id of the request; null where it is not known. */
    public @Nullable Object id() {
        return id;
    }

    /** Returns the answer to the peer. */
    public RpcError error() {
        return error;
    }

    /** Returns whether the peer waits for an answer. */
    public boolean answered() {
        return answered;
    }
}
