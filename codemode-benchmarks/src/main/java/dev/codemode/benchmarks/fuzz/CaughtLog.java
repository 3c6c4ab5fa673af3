package dev.codemode.benchmarks.fuzz;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Passes on exceptions that code has caught and logged as a warning or worse, and prints nothing. Thread-safe if the
 * consumer is.
 */
final class CaughtLog extends Handler {
    /** The log manager does not keep loggers alive, and a new one with the same name would print. */
    private static final Queue<Logger> KEPT = new ConcurrentLinkedQueue<>();

    private final Consumer<Throwable> caught;

    private CaughtLog(Consumer<Throwable> caught) {
        this.caught = caught;
    }

    /** Replaces a logger's output until the end of the process. */
    static void replace(String name, Consumer<Throwable> caught) {
        Logger logger = Logger.getLogger(name);
        KEPT.add(logger);
        logger.setUseParentHandlers(false);
        logger.addHandler(new CaughtLog(caught));
    }

    @Override
    public void publish(LogRecord record) {
        if (record.getThrown() != null && record.getLevel().intValue() >= Level.WARNING.intValue()) {
            caught.accept(record.getThrown());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
