package dev.codemode.mcp;

import io.modelcontextprotocol.spec.McpStreamableServerSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The HTTP sessions: at most so many, none idle for longer than allowed. Thread-safe. */
final class ClientSessions {
    private final Map<String, ClientSession> sessions = new HashMap<>();
    private final int maxSessions;
    private final Duration idleTimeout;
    private final Clock clock;

    ClientSessions(ServerOptions options) {
        this.maxSessions = options.maxSessions();
        this.idleTimeout = options.sessionIdleTimeout();
        this.clock = options.clock();
    }

    /**
     * Opens a session.
     *
     * @throws Refusal if there are too many
     */
    ClientSession open(McpStreamableServerSession protocol, String callerId) {
        sweep();
        synchronized (sessions) {
            if (sessions.size() >= maxSessions) {
                throw new Refusal(
                        503,
                        RpcError.refused("The server has as many sessions as it can hold. Try again later, and end"
                                + " sessions that you no longer need with DELETE."));
            }
            ClientSession session = new ClientSession(protocol, callerId, clock.instant());
            sessions.put(session.id(), session);
            return session;
        }
    }

    /**
     * Returns a session of this caller.
     *
     * @throws Refusal if there is none; the answer does not tell a stranger's session from one that never was
     */
    ClientSession find(@Nullable String id, String callerId) {
        if (id == null || id.isBlank()) {
            throw Refusal.badRequest("The Mcp-Session-Id header is missing. Send 'initialize' first.");
        }
        ClientSession session;
        synchronized (sessions) {
            session = sessions.get(id);
        }
        if (session == null || !session.belongsTo(callerId)) {
            throw new Refusal(
                    404, new RpcError(RpcError.NO_SESSION, "There is no such session. Send 'initialize' to open one."));
        }
        session.use(clock.instant());
        return session;
    }

    void close(ClientSession session) {
        synchronized (sessions) {
            sessions.remove(session.id());
        }
        session.close();
    }

    /** Closes the sessions that have been idle for too long. */
    void sweep() {
        List<ClientSession> idle = new ArrayList<>();
        synchronized (sessions) {
            sessions.values().removeIf(session -> {
                boolean old = session.idleSince(clock.instant().minus(idleTimeout));
                if (old) {
                    idle.add(session);
                }
                return old;
            });
        }
        idle.forEach(ClientSession::close);
    }

    /** Lets running calls answer within that time, then closes every session. Interrupting the thread hurries it. */
    void closeAll(Duration drain) {
        List<ClientSession> all;
        synchronized (sessions) {
            all = List.copyOf(sessions.values());
            sessions.clear();
        }
        try {
            long deadline = System.nanoTime() + drain.toNanos();
            for (ClientSession session : all) {
                session.calls().awaitEmpty(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            all.forEach(ClientSession::close);
        }
    }
}
