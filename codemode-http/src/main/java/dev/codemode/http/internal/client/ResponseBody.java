package dev.codemode.http.internal.client;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;

/**
 * Reads the body of a response up to a size. Invariant, held by {@code PlainClientTest}: only one byte beyond the size is
 * ever kept, and a connection whose body was not read to its end is not used again. Confined to one thread.
 */
final class ResponseBody {
    private static final int MAX_LINE_BYTES = 4 << 10;
    private static final int MAX_TRAILERS = 100;
    private static final int MAX_FIRST_BYTES = 64 << 10;

    private final PlainConnection connection;
    private final int maxBytes;
    private final Deadline deadline;
    private boolean delimited = true;

    ResponseBody(PlainConnection connection, int maxBytes, Deadline deadline) {
        this.connection = connection;
        this.maxBytes = maxBytes;
        this.deadline = deadline;
    }

    /**
     * Reads the body (RFC 9112, 6.3). Blocks.
     *
     * @throws BoundedBody.TooLargeException if it is larger than permitted
     */
    byte[] read(String method, ResponseHead head) throws IOException {
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return new byte[0];
        }
        if (head.isChunked()) {
            return chunks();
        }
        Long length = head.length();
        return length == null ? rest() : ofLength(length);
    }

    /** Returns whether the body has ended before the connection, which may therefore serve another request. */
    boolean isDelimited() {
        return delimited;
    }

    private byte[] ofLength(long length) throws IOException {
        requireRoom(length, 0);
        ByteArrayOutputStream body = new ByteArrayOutputStream((int) Math.min(length, MAX_FIRST_BYTES));
        append(body, length);
        return body.toByteArray();
    }

    private void requireRoom(long length, int before) throws BoundedBody.TooLargeException {
        if (length > maxBytes - before) {
            throw new BoundedBody.TooLargeException();
        }
    }

    private void append(ByteArrayOutputStream body, long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = connection.read(body, left, deadline);
            if (read == 0) {
                throw new EOFException("The connection ended within a body.");
            }
            left -= read;
        }
    }

    private byte[] rest() throws IOException {
        delimited = false;
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (connection.read(body, 1L + maxBytes - body.size(), deadline) > 0) {
            requireRoom(body.size(), 0);
        }
        return body.toByteArray();
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            requireRoom(size, body.size());
            append(body, size);
            if (!line().isEmpty()) {
                throw new ProtocolException("A chunk is longer than its size.");
            }
        }
        for (int i = 0; i < MAX_TRAILERS; i++) {
            if (line().isEmpty()) {
                return body.toByteArray();
            }
        }
        throw new ProtocolException("A body has too many trailers.");
    }

    private long chunkSize() throws IOException {
        String line = line();
        int extensions = line.indexOf(';');
        String size = (extensions < 0 ? line : line.substring(0, extensions)).strip();
        boolean hexadecimal = size.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
        if (size.isEmpty() || size.length() > 15 || !hexadecimal) {
            throw new ProtocolException("The size of a chunk is not a number.");
        }
        return Long.parseLong(size, 16);
    }

    private String line() throws IOException {
        String line = connection.line(MAX_LINE_BYTES, deadline);
        if (line == null) {
            throw new EOFException("The connection ended within a body.");
        }
        return line;
    }
}
