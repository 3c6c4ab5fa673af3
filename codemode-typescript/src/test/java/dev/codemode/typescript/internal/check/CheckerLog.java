package dev.codemode.typescript.internal.check;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the checker logs while this is open. */
public final class CheckerLog extends Handler implements AutoCloseable {
    private final Logger logger = Logger.getLogger(Checker.class.getName());
    private final List<String> messages = new CopyOnWriteArrayList<>();

    public CheckerLog() {
        logger.addHandler(this);
    }

    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord entry) {
        messages.add(MessageFormat.format(entry.getMessage(), entry.getParameters()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
    }
}
