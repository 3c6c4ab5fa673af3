package dev.codemode.openapi.internal.text;

import dev.codemode.jsonschema.internal.document.DocumentTree;
import dev.codemode.jsonschema.internal.document.RelatedDocuments;
import dev.codemode.jsonschema.internal.document.UnreadableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that a document may refer to. Invariant, held by {@code ExternalFilesTest}: nothing outside the host's
 * directory is read, neither by {@code ..} nor through a symbolic link, and nothing over a network. Immutable and
 * thread-safe.
 *
 * @param directory the directory, or null if no reference may leave the document
 * @param document the document's own file, which its references are relative to, or null if it has none
 * @param maxBytes the maximum size of a file
 */
public record ExternalFiles(
        @Nullable Path directory, @Nullable Path document, int maxBytes) implements RelatedDocuments {
    private static final String FORBIDDEN =
            "it leads to another file, and the host permits none. Permit their directory with externalFiles(...).";
    private static final Pattern NETWORK = Pattern.compile("(?i)[a-z][a-z0-9+.-]+:.*|//.*", Pattern.DOTALL);

    /** Returns the name of the file: relative to the directory, with slashes. */
    @Override
    public String resolve(String from, String reference) throws UnreadableException {
        if (NETWORK.matcher(reference).matches()) {
            throw new UnreadableException(
                    directory == null
                            ? FORBIDDEN
                            : "it leads to a network, and only files are read. Bundle the document.");
        }
        try {
            Path file = folder(from).resolve(reference).normalize();
            if (file.equals(document == null ? null : document.normalize())) {
                return "";
            }
            if (directory == null) {
                throw new UnreadableException(FORBIDDEN);
            }
            return permitted(directory.toRealPath(), file.toRealPath());
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableException("there is no such file in the directory that the host permits.");
        }
    }

    private String permitted(Path root, Path file) throws IOException, UnreadableException {
        if (document != null && Files.exists(document) && file.equals(document.toRealPath())) {
            return "";
        }
        if (!file.startsWith(root)) {
            throw new UnreadableException("it leads out of the directory that the host permits.");
        }
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Returns what the references of a file are relative to. */
    private Path folder(String from) {
        if (from.isEmpty() && document != null) {
            return parent(document);
        }
        Path start = directory == null ? Path.of("") : directory;
        return from.isEmpty() ? start : parent(start.resolve(from));
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    @Override
    public DocumentTree read(String name) throws UnreadableException {
        if (directory == null) {
            throw new UnreadableException(FORBIDDEN);
        }
        return read(directory.resolve(name), maxBytes);
    }

    /** Returns the content of a file. */
    public static DocumentTree read(Path file, int maxBytes) throws UnreadableException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(maxBytes);
            if (in.read() >= 0) {
                throw new UnreadableException(
                        "The file is larger than " + maxBytes + " bytes (limit: maxDocumentBytes).");
            }
            return DocumentText.parse(bytes);
        } catch (IOException e) {
            throw new UnreadableException("The file cannot be read.");
        }
    }
}
