package dev.codemode.mcp.internal.stdio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads lines of bounded length; longer ones are never kept. Confined to one thread. */
final class LineReader {
    private static final int BUFFER_BYTES = 8 << 10;

    private final InputStream in;
    private final int maxBytes;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int end;

    LineReader(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /** Blocks until a line has ended or the stream has. */
    Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        boolean begun = false;
        boolean tooLong = false;
        while (fill()) {
            begun = true;
            int part = endOfPart() - at;
            tooLong |= part > maxBytes - line.size();
            if (!tooLong) {
                line.write(buffer, at, part);
            }
            at += part;
            if (at < end) {
                at++;
                break;
            }
        }
        if (!begun) {
            return new Line.End();
        }
        return tooLong ? new Line.TooLong() : new Line.Text(line.toByteArray());
    }

    /** Returns where the line ends, or where the bytes do that have been read. */
    private int endOfPart() {
        int part = at;
        while (part < end && buffer[part] != '\n') {
            part++;
        }
        return part;
    }

    private boolean fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer));
        }
        return at < end;
    }
}
