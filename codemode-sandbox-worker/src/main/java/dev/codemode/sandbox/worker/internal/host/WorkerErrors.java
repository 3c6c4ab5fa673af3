package dev.codemode.sandbox.worker.internal.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Drains the standard error of a worker and keeps its last part, for the host's log. Thread-safe. */
final class WorkerErrors implements Runnable {
    private static final int MAX_BYTES = 4_096;

    private final InputStream in;
    private byte[] last = {};

    WorkerErrors(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[MAX_BYTES];
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                append(buffer, read);
            }
        } catch (IOException e) {
            // The process is gone.
        }
    }

    private synchronized void append(byte[] bytes, int length) {
        int kept = Math.min(last.length, MAX_BYTES - length);
        byte[] next = new byte[kept + length];
        System.arraycopy(last, last.length - kept, next, 0, kept);
        System.arraycopy(bytes, 0, next, kept, length);
        last = next;
    }

    /** Returns what the worker wrote last, on a separate line; nothing if it wrote nothing. */
    synchronized String text() {
        String text = new String(last, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? "" : " It wrote:\n" + text;
    }
}
