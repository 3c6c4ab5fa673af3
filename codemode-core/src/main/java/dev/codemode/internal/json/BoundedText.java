package dev.codemode.internal.json;

import java.io.IOException;
import java.io.Writer;

/** Collects text and stops at a number of UTF-8 bytes. Confined to one thread at a time. */
public final class BoundedText extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int maxBytes;
    private long bytes;

    public BoundedText(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            bytes += utf8Bytes(buffer[i]);
        }
        if (bytes > maxBytes) {
            throw new JsonTooLargeException(maxBytes);
        }
        text.append(buffer, offset, length);
    }

    private static int utf8Bytes(char unit) {
        if (unit < 0x80) {
            return 1;
        }
        return unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
