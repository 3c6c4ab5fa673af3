package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import dev.codemode.mcp.internal.session.StreamableSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/**
 * The HTTP sessions: a limited number for each caller and in total, none idle for longer than allowed. When the number
 * is reached, an unused session ends to make room, so that no caller can lock others out. Held by
 * {@code ClientSessionsTest}. Thread-safe.
 */
final class ClientSessions {
    /** By id, the longest unused first. */
    private final Map<String, ClientSession> sessions = new LinkedHashMap<>();

    private final SessionLimits limits;
    private final Clock clock;
    private boolean closed;

    ClientSessions(SessionLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @throws Refusal if there are too many, and a request is running in each that could make room
     */
    ClientSession open(StreamableSession protocol, String callerId) {
        sweep();
        ClientSession session = new ClientSession(protocol, callerId, clock.instant());
        Optional<ClientSession> ended;
        synchronized (sessions) {
            requireOpen();
            ended = makeRoom(callerId);
            ended.ifPresent(old -> sessions.remove(old.id()));
            sessions.put(session.id(), session);
        }
        ended.ifPresent(ClientSession::close);
        return session;
    }

    private void requireOpen() {
        if (closed) {
            throw new Refusal(503, RpcError.refused("The server is shutting down."));
        }
    }

    /** Returns the session that has to end to make room for one more of this caller; empty if there is room. */
    private Optional<ClientSession> makeRoom(String callerId) {
        Map<String, Integer> counts = new HashMap<>();
        sessions.values().forEach(session -> counts.merge(session.callerId(), 1, Integer::sum));
        if (counts.getOrDefault(callerId, 0) >= limits.maxPerCaller()) {
            return Optional.of(longestUnused(session -> session.belongsTo(callerId))
                    .orElseThrow(() -> full("You have as many sessions as one caller may have")));
        }
        if (sessions.size() < limits.max()) {
            return Optional.empty();
        }
        List<String> callers = new ArrayList<>(counts.keySet());
        callers.sort(Comparator.comparing(counts::get, Comparator.reverseOrder()));
        return Optional.of(callers.stream()
                .map(caller -> longestUnused(session -> session.belongsTo(caller)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> full("The server has as many sessions as it can hold")));
    }

    /** Returns a session without a running request; preferably one that no client listens on. */
    private Optional<ClientSession> longestUnused(Predicate<ClientSession> among) {
        List<ClientSession> idle = sessions.values().stream()
                .filter(session -> among.test(session) && session.calls().isEmpty())
                .toList();
        return idle.stream()
                .filter(session -> !session.isListening())
                .findFirst()
                .or(() -> idle.stream().findFirst());
    }

    private static Refusal full(String what) {
        return new Refusal(
                503,
                RpcError.refused(
                        what + ", and a request runs in each. Try again in a few seconds, and end sessions that"
                                + " you no longer need with DELETE."));
    }

    /**
     * Returns the session that a request names, if it is its caller's.
     *
     * @throws Refusal if there is none; the answer is the same for another caller's session and for one that never
     *     existed
     */
    ClientSession find(RequestHead head) {
        String id = head.session();
        if (id == null || id.isBlank()) {
            throw Refusal.badRequest("The Mcp-Session-Id header is missing. Send 'initialize' first.");
        }
        synchronized (sessions) {
            ClientSession session = sessions.get(id);
            if (session == null || !session.belongsTo(head.caller().id())) {
                throw new Refusal(
                        404,
                        new RpcError(RpcError.NO_SESSION, "There is no such session. Send 'initialize' to open one."));
            }
            sessions.remove(id);
            sessions.put(id, session);
            session.use(clock.instant());
            return session;
        }
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
                boolean old = session.idleSince(clock.instant().minus(limits.idleTimeout()));
                if (old) {
                    idle.add(session);
                }
                return old;
            });
        }
        idle.forEach(ClientSession::close);
    }

    /** Ends the streams that clients only listen on, each in its own task: a client that does not read may block it. */
    void stopListening(Executor executor) {
        List<ClientSession> all;
        synchronized (sessions) {
            all = List.copyOf(sessions.values());
        }
        all.forEach(session -> executor.execute(session::stopListening));
    }

    /** Lets running calls answer within that time, then closes every session. Interrupting the thread ends the wait. */
    void closeAll(Duration drain) {
        List<ClientSession> all;
        synchronized (sessions) {
            closed = true;
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
