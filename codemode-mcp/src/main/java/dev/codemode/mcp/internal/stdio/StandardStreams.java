package dev.codemode.mcp.internal.stdio;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * The process's standard input and output, taken for the protocol. Until it is closed, everything else that is printed
 * goes to standard error, since one stray line would end the client's session.
 */
public final class StandardStreams implements AutoCloseable {
    private final PrintStream taken = System.out;

    /** Takes the streams. */
    public StandardStreams() {
        System.setOut(System.err);
    }

    /** Returns standard input. */
    public InputStream in() {
        return System.in;
    }

    /** Returns standard output as a stream that throws its failures, which a print stream would hide. */
    public OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int b) {
                taken.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                taken.write(bytes, offset, length);
            }

            @Override
            public void flush() throws IOException {
                if (taken.checkError()) {
                    throw new IOException("Standard output is closed.");
                }
            }
        };
    }

    @Override
    public void close() {
        System.setOut(taken);
    }
}
