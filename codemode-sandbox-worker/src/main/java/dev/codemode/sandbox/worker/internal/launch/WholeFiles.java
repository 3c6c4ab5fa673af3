package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/**
 * Distinguishes complete files from truncated or overwritten ones, by a checksum next to each. A file is read when it
 * is new to this object; later its size and time are checked. Thread-safe.
 */
final class WholeFiles {
    private static final String SUFFIX = ".crc32c";

    private final Map<Path, Look> seen = new HashMap<>();

    /** Writes the checksum of a finished file. */
    static void seal(Path file) throws IOException {
        Files.writeString(checksumOf(file), checksum(file));
    }

    /** Returns whether the file is unchanged since it was sealed. */
    synchronized boolean isWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        Look now = new Look(Files.size(file), Files.getLastModifiedTime(file));
        if (now.equals(seen.get(file))) {
            return true;
        }
        Path expected = checksumOf(file);
        if (!Files.isRegularFile(expected) || !Files.readString(expected).equals(checksum(file))) {
            return false;
        }
        seen.put(file, now);
        return true;
    }

    private static Path checksumOf(Path file) {
        return file.resolveSibling(file.getFileName() + SUFFIX);
    }

    private static String checksum(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        try (InputStream in = new CheckedInputStream(Files.newInputStream(file), crc)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // The stream computes the checksum.
            }
        }
        return Long.toHexString(crc.getValue());
    }

    private record Look(long size, FileTime time) {}
}
