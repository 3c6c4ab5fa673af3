package dev.codemode.sandbox.realm;

import dev.codemode.sandbox.ConsoleOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects what a script writes to its console, up to a limit. Once a message is dropped, so are all that follow.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class ConsoleBuffer {
    private final int maxBytes;
    private final Consumer<ConsoleOutput.Line> listener;
    private final List<ConsoleOutput.Line> lines = new ArrayList<>();
    private long bytes;
    private int dropped;

    /** Creates an empty buffer for that many bytes of UTF-8 (RFC 3629). */
    public ConsoleBuffer(int maxBytes) {
        this(maxBytes, line -> {});
    }

    /** Creates an empty buffer that also passes each message that it keeps to the listener. */
    public ConsoleBuffer(int maxBytes, Consumer<ConsoleOutput.Line> listener) {
        this.maxBytes = maxBytes;
        this.listener = listener;
    }

    /** Adds a message. Each counts one byte more than its text, so that empty messages are limited too. */
    public synchronized void add(ConsoleOutput.Level level, String text) {
        long left = maxBytes - bytes - 1;
        if (dropped > 0 || left < 0 || Utf8.exceeds(text, (int) left)) {
            drop(1);
            return;
        }
        bytes += Utf8.length(text) + 1;
        ConsoleOutput.Line line = new ConsoleOutput.Line(level, text);
        lines.add(line);
        listener.accept(line);
    }

    /** Counts messages that were dropped before they got here. */
    public synchronized void drop(int messages) {
        dropped = (int) Math.min(Integer.MAX_VALUE, (long) dropped + messages);
    }

    /** Returns the messages that were kept, and how many were not. */
    public synchronized ConsoleOutput output() {
        return new ConsoleOutput(lines, dropped);
    }
}
