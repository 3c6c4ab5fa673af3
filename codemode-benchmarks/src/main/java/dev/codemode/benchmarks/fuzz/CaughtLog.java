package dev.codemode.benchmarks.fuzz;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Passes on what code has caught and logged as a warning or worse, and prints nothing. Thread-safe if the consumer is. */
final class CaughtLog extends Handler {
    private final Consumer<Throwable> caught;

    private CaughtLog(Consumer<Throwable> caught) {
        this.caught = caught;
    }

    /** Takes the place of a logger's output, and returns the logger, which must be kept for as long. */
    static Logger of(String name, Consumer<Throwable> caught) {
        Logger logger = Logger.getLogger(name);
        logger.setUseParentHandlers(false);
        logger.addHandler(new CaughtLog(caught));
        return logger;
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
