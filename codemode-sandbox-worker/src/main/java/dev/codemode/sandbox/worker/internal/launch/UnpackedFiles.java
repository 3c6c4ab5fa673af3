package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.ExecutableProgram;
import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.NativeParts;
import dev.codemode.sandbox.worker.ProgramFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files that a program reads from the file system, unpacked once for all workers. Thread-safe.
 *
 * <p>Invariant: an incomplete file is never handed out, because loading a truncated library crashes the process. Held
 * by {@code UnpackedFilesTest}.
 */
final class UnpackedFiles {
    private static final String FORMAT = "1";

    private final Cache cache;
    private final WholeFiles whole = new WholeFiles();
    private final List<Part> parts;
    private final String key;

    private UnpackedFiles(String program, List<Part> parts, Cache cache) {
        this.cache = cache;
        this.parts = parts;
        try {
            key = key(parts);
            directory();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot start workers of " + program + ": its files cannot be unpacked into the cache: " + e
                            + ". Give a writable directory with cacheDirectory(path).",
                    e);
        }
    }

    /**
     * Returns the native files of a program in Java; null if it has none.
     *
     * @throws IllegalStateException if one is missing, or if there is nowhere to put them
     */
    static @Nullable UnpackedFiles of(JavaProgram program, @Nullable Cache cache) {
        NativeParts parts = program.nativeParts();
        if (parts == null) {
            return null;
        }
        Cache place = required(program.name(), cache);
        return new UnpackedFiles(
                program.name(),
                parts.files().stream().map(name -> part(program, name)).toList(),
                place);
    }

    /**
     * Returns the files of an executable program.
     *
     * @throws IllegalStateException if there is nowhere to put them
     */
    static UnpackedFiles of(ExecutableProgram program, @Nullable Cache cache) {
        return new UnpackedFiles(
                program.name(),
                program.files().stream().map(UnpackedFiles::part).toList(),
                required(program.name(), cache));
    }

    private static Cache required(String program, @Nullable Cache cache) {
        if (cache == null) {
            throw new IllegalStateException("Cannot start workers of " + program + ": its files must be unpacked, and"
                    + " there is no temporary directory that can be written to. Give a directory with"
                    + " cacheDirectory(path).");
        }
        return cache;
    }

    private static Part part(JavaProgram program, String name) {
        URL url = program.mainClass().getClassLoader().getResource(name);
        if (url == null) {
            throw new IllegalStateException("Cannot start workers of " + program.name() + ": the resource " + name
                    + " is missing. Add the dependency that holds it, and keep it when you pack the application.");
        }
        return new Part(
                name.substring(name.lastIndexOf('/') + 1),
                url::openStream,
                key -> ClassLocation.ofResource(program.name(), name, url).describe(key.text(name)));
    }

    private static Part part(ProgramFile file) {
        return new Part(file.name(), file::open, key -> {
            try (InputStream in = file.open()) {
                key.text(file.name()).content(in);
            }
        });
    }

    /** Returns the directory that contains all of them; unpacks again any that were removed or changed meanwhile. */
    synchronized Path directory() throws IOException {
        Path directory = unpacked();
        if (!isWhole(directory)) {
            cache.remove(key);
            directory = unpacked();
        }
        if (!isWhole(directory)) {
            throw new IOException("what was unpacked into " + directory + " was changed");
        }
        return directory;
    }

    private Path unpacked() throws IOException {
        Path entry = cache.findOrMake(key, parts.get(0).file, this::unpack).getParent();
        if (entry == null) {
            throw new IOException("an entry of the cache has no directory");
        }
        return entry;
    }

    private static String key(List<Part> parts) throws IOException {
        Fingerprint key = new Fingerprint().text("native").text(FORMAT);
        for (Part part : parts) {
            part.look.describe(key);
        }
        return key.hex();
    }

    private void unpack(Path directory) throws IOException {
        for (Part part : parts) {
            Path file = directory.resolve(part.file);
            try (InputStream in = part.content.open()) {
                Files.copy(in, file);
            }
            WholeFiles.seal(file);
        }
    }

    private boolean isWhole(Path directory) throws IOException {
        for (Part part : parts) {
            if (!whole.isWhole(directory.resolve(part.file))) {
                return false;
            }
        }
        return true;
    }

    /** One file: its name, its content, and what it looks like from outside, so that a change can be noticed. */
    private record Part(String file, Content content, Look look) {}

    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }

    @FunctionalInterface
    private interface Look {
        void describe(Fingerprint key) throws IOException;
    }
}
