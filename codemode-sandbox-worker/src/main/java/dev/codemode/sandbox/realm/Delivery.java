package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.HostReply;
import java.util.Objects;

/**
 * What the host brings a waiting script: the next reply or the next timer that is due. Everything that a script sees of
 * the world after its start is one sequence of deliveries. Immutable and thread-safe.
 *
 * @since 0.1
 */
public sealed interface Delivery {
    /** Returns the time that the script sees from now on, in milliseconds since 1970. */
    long clockMillis();

    /**
     * A call has been answered.
     *
     * @param callId the call's number
     * @param reply the answer
     * @param clockMillis the time that the script sees from now on
     */
    record Reply(int callId, HostReply reply, long clockMillis) implements Delivery {
        /** Checks that the reply is not null. */
        public Reply {
            Objects.requireNonNull(reply, "reply");
        }
    }

    /**
     * A timer is due. It means nothing if the script has cleared the timer meanwhile.
     *
     * @param timerId the timer's number
     * @param clockMillis the time that the script sees from now on
     */
    record Timer(int timerId, long clockMillis) implements Delivery {}
}
