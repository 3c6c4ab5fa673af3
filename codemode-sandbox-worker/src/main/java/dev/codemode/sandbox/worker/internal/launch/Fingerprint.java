package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/** The SHA-256 of a list of texts and of the outward appearance of files. Confined to one thread at a time. */
final class Fingerprint {
    /** A jar ends with its directory, a hundred bytes for each entry. */
    private static final long MAX_DIRECTORY_BYTES = 4L << 20;

    private final MessageDigest digest;

    Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Adds a text, kept distinct from its neighbours. */
    Fingerprint text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** Adds several texts, kept distinct from their neighbours. */
    Fingerprint texts(Collection<String> texts) {
        text(Integer.toString(texts.size()));
        texts.forEach(this::text);
        return this;
    }

    /** Adds what a stream contains. */
    Fingerprint content(InputStream in) throws IOException {
        byte[] bytes = in.readAllBytes();
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }

    /** Adds the path, size and time of a file. */
    Fingerprint file(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return text(file.toString())
                .text(Long.toString(attributes.size()))
                .text(attributes.lastModifiedTime().toString());
    }

    /** Adds the path, size and time of a jar, and a checksum of its directory, which has those of its entries. */
    Fingerprint jar(Path jar) throws IOException {
        try (FileChannel channel = FileChannel.open(jar)) {
            ByteBuffer end = ByteBuffer.allocate((int) Math.min(channel.size(), MAX_DIRECTORY_BYTES));
            long position = channel.size() - end.capacity();
            int read = 0;
            while (end.hasRemaining() && read >= 0) {
                read = channel.read(end, position + end.position());
            }
            CRC32 crc = new CRC32();
            crc.update(end.flip());
            return file(jar).text(Long.toString(crc.getValue()));
        }
    }

    /** Adds the name, size and checksum of a jar's entries. */
    Fingerprint entry(ZipEntry entry) {
        return text(entry.getName()).text(Long.toString(entry.getSize())).text(Long.toString(entry.getCrc()));
    }

    /** Returns the digest in hexadecimal, and starts anew. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
