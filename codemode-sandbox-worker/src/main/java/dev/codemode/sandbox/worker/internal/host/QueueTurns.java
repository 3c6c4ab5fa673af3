package dev.codemode.sandbox.worker.internal.host;

/**
 * How long a script goes on waiting for a worker, in turns of {@code maxQueueTime}: longer than one if others are served
 * or workers are being started meanwhile, because then its own turn will come. Confined to one thread at a time.
 */
final class QueueTurns {
    /** With the default of ten seconds, a minute: by default, clients wait no longer for an answer. */
    private static final int MOST = 6;

    private long served;
    private int turns;

    /** Creates the turns of a script that comes when this many have been served. */
    QueueTurns(long served) {
        this.served = served;
    }

    /**
     * Counts a turn, and returns whether another one follows.
     *
     * @param servedNow how many scripts have been served by now
     * @param starting whether a worker is being started
     * @param running whether any worker runs a script; if none does, only the start takes long, however long
     */
    boolean another(long servedNow, boolean starting, boolean running) {
        boolean moving = starting || servedNow != served;
        served = servedNow;
        turns++;
        return (starting && !running) || (moving && turns < MOST);
    }
}
