package dev.codemode.mcp.internal.stdio;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of bounded length; longer ones are never kept. Confined to one thread. */
final class LineReader {
    private final InputStream in;
    private final int maxBytes;

    LineReader(InputStream in, int maxBytes) {
        this.in = new BufferedInputStream(in);
        this.maxBytes = maxBytes;
    }

    /** Blocks until a line has ended or the stream has. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return new Line.End();
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            tooLong = tooLong || line.size() == maxBytes;
            if (!tooLong) {
                line.write(b);
            }
        }
        return tooLong ? new Line.TooLong() : new Line.Text(line.toByteArray());
    }
}
