package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.ConsoleOutput;
import java.util.ArrayList;
import java.util.List;

/** Collects what a script writes, up to a limit. Once a message is dropped, so are all that follow. Thread-safe. */
final class ConsoleBuffer {
    private final int maxBytes;
    private final List<ConsoleOutput.Line> lines = new ArrayList<>();
    private long bytes;
    private int dropped;

    ConsoleBuffer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Adds a message. Each counts one byte more than its text, so that empty ones have an end too. */
    synchronized void add(ConsoleOutput.Level level, String text) {
        long left = maxBytes - bytes - 1;
        if (dropped > 0 || left < 0 || Utf8.exceeds(text, (int) left)) {
            dropped = Math.min(dropped, Integer.MAX_VALUE - 1) + 1;
            return;
        }
        bytes += Utf8.length(text) + 1;
        lines.add(new ConsoleOutput.Line(level, text));
    }

    synchronized ConsoleOutput output() {
        return new ConsoleOutput(lines, dropped);
    }
}
