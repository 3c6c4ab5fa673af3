package dev.codemode.benchmarks;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Sends back what comes in: the minimum cost of a call to another JVM. */
final class Echo {
    static final int BYTES = 64;

    private Echo() {}

    public static void main(String[] arguments) throws IOException {
        try (InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
                FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            for (byte[] bytes = in.readNBytes(BYTES); bytes.length == BYTES; bytes = in.readNBytes(BYTES)) {
                out.write(bytes);
            }
        }
    }
}
