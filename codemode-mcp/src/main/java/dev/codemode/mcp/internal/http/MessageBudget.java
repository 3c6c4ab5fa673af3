package dev.codemode.mcp.internal.http;

import dev.codemode.mcp.internal.rpc.Refusal;
import dev.codemode.mcp.internal.rpc.RpcError;
import java.util.HashMap;
import java.util.Map;

/**
 * Bounds the memory of the messages that are read or carried out at the same time, for each caller and in total.
 * Nothing waits for room: a message that does not fit is refused, so that no two messages can block each other. Held by
 * {@code MessageBudgetTest}. Thread-safe.
 */
final class MessageBudget {
    private static final long LEAST = 16L << 20;
    /** What a message may cost besides its bytes: the values in it, and what its request keeps. */
    private static final long OVERHEAD = 1L << 20;

    private final Map<String, Long> heldByCaller = new HashMap<>();
    private final long most;
    private final long mostOfOne;
    private long held;

    private MessageBudget(long most, long mostOfOne) {
        this.most = most;
        this.mostOfOne = mostOfOne;
    }

    /** Returns room for 16 MiB or four of the largest messages, whichever is more; one caller may take a quarter. */
    static MessageBudget forMessagesOf(int maxRequestBytes) {
        long mostOfOne = Math.max(LEAST / 4, maxRequestBytes + OVERHEAD);
        return new MessageBudget(4 * mostOfOne, mostOfOne);
    }

    /** Returns the share of one message, which holds nothing yet. */
    Share share(String caller) {
        return new Share(caller);
    }

    private synchronized void take(String caller, long bytes) {
        long ofCaller = heldByCaller.getOrDefault(caller, 0L) + bytes;
        if (ofCaller > mostOfOne) {
            throw busy("You are sending as much at once as one caller may. Wait for answers, then send again.");
        }
        if (held + bytes > most) {
            throw busy("The server is reading as many messages as it can. Send this one again in a few seconds.");
        }
        held += bytes;
        heldByCaller.put(caller, ofCaller);
    }

    private synchronized void giveBack(String caller, long bytes) {
        held -= bytes;
        heldByCaller.computeIfPresent(caller, (id, before) -> before == bytes ? null : Long.valueOf(before - bytes));
    }

    private static Refusal busy(String message) {
        return new Refusal(503, RpcError.refused(message));
    }

    /** The share of one message. Thread-safe. */
    final class Share {
        private final String caller;
        private long bytes;
        private boolean closed;

        private Share(String caller) {
            this.caller = caller;
        }

        /**
         * Takes more bytes.
         *
         * @throws Refusal if there is no room for it
         */
        synchronized void grow(long more) {
            if (!closed && more > 0) {
                take(caller, more);
                bytes += more;
            }
        }

        /** Gives everything back; doing so twice is allowed. */
        synchronized void close() {
            closed = true;
            if (bytes > 0) {
                giveBack(caller, bytes);
                bytes = 0;
            }
        }
    }
}
