package dev.codemode.openapi.internal.document;

import dev.codemode.openapi.internal.document.DocumentText.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The files that a document may refer to. Invariant, held by {@code ExternalFilesTest}: nothing outside the host's
 * directory is read, neither by {@code ..} nor through a symbolic link, and nothing over a network. Immutable and
 * thread-safe.
 *
 * @param directory the directory, or null where references may leave the document nowhere
 * @param document the document's own directory, from which its references count, or null where it has none
 * @param maxBytes the size of a file
 */
record ExternalFiles(@Nullable Path directory, @Nullable Path document, int maxBytes) {
    /** Returns the name of the file that a file names: relative to the directory, with slashes. */
    String resolve(String from, String reference) throws UnreadableException {
        if (directory == null) {
            throw new UnreadableException(
                    "it leads to another file, and the host permits none. Permit their directory with externalFiles(...).");
        }
        if (reference.matches("(?i)[a-z][a-z0-9+.-]+:.*") || reference.startsWith("//")) {
            throw new UnreadableException("it leads to a network, and only files are read. Bundle the document.");
        }
        try {
            Path base = from.isEmpty() ? (document == null ? directory : document) : parent(directory.resolve(from));
            Path real = base.resolve(reference).toRealPath();
            Path root = directory.toRealPath();
            if (!real.startsWith(root)) {
                throw new UnreadableException("it leads out of the directory that the host permits.");
            }
            return root.relativize(real).toString().replace('\\', '/');
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableException("there is no such file in the directory that the host permits.");
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    String read(String name) throws UnreadableException {
        if (directory == null) {
            throw new UnreadableException("the host permits no files.");
        }
        return read(directory.resolve(name), maxBytes);
    }

    /** Returns the text of a file in UTF-8. */
    static String read(Path file, int maxBytes) throws UnreadableException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new UnreadableException(
                        "The file is larger than " + maxBytes + " bytes (limit: maxDocumentBytes).");
            }
            String text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new UnreadableException("The file cannot be read.");
        }
    }
}
