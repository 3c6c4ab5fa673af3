package dev.codemode.mcp;

import org.jspecify.annotations.Nullable;

/** A request that the transport does not carry out. Its text is for the peer. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Object id;
    private final transient RpcError error;
    private final boolean answered;

    private Refusal(int status, @Nullable Object id, RpcError error, boolean answered) {
        super(error.message(), null, false, false);
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
    Refusal(int status, @Nullable Object id, RpcError error) {
        this(status, id, error, true);
    }

    /** Refuses a request before its message was read. */
    Refusal(int status, RpcError error) {
        this(status, null, error, true);
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, RpcError.invalid(message));
    }

    static Refusal unauthorized() {
        return new Refusal(401, RpcError.refused("The caller is not known to this server."));
    }

    /** Returns the refusal of a notification, to which JSON-RPC 2.0, section 4.1, allows no answer. */
    Refusal ofNotification() {
        return new Refusal(status, null, error, false);
    }

    int status() {
        return status;
    }

    @Nullable Object id() {
        return id;
    }

    RpcError error() {
        return error;
    }

    /** Returns whether the peer waits for an answer. */
    boolean answered() {
        return answered;
    }
}
