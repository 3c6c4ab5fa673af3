package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.NativeParts;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The files of an engine in native code, unpacked once for all workers. Thread-safe.
 *
 * <p>Invariant: an incomplete file is never handed out, because loading a truncated library crashes the process. Held
 * by {@code NativeFilesTest}.
 */
final class NativeFiles {
    private static final String FORMAT = "1";

    private final String program;
    private final Cache cache;
    private final WholeFiles whole = new WholeFiles();
    private final List<Resource> resources = new ArrayList<>();

    private NativeFiles(WorkerProgram program, NativeParts parts, Cache cache) {
        this.program = program.name();
        this.cache = cache;
        for (String name : parts.files()) {
            resources.add(find(program, name));
        }
        try {
            directory();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot start workers of " + this.program
                            + ": its native files cannot be unpacked into the cache: " + e
                            + ". Give a writable directory with cacheDirectory(path).",
                    e);
        }
    }

    /**
     * Returns the files of a program; null if it has none.
     *
     * @throws IllegalStateException if one is missing, or if there is nowhere to put them
     */
    static @Nullable NativeFiles of(WorkerProgram program, @Nullable Cache cache) {
        NativeParts parts = program.nativeParts();
        if (parts == null) {
            return null;
        }
        if (cache == null) {
            throw new IllegalStateException("Cannot start workers of " + program.name() + ": its native files must be"
                    + " unpacked, and there is no temporary directory that can be written to. Give a directory with"
                    + " cacheDirectory(path).");
        }
        return new NativeFiles(program, parts, cache);
    }

    private static Resource find(WorkerProgram program, String name) {
        URL url = program.mainClass().getClassLoader().getResource(name);
        if (url == null) {
            throw new IllegalStateException("Cannot start workers of " + program.name() + ": the resource " + name
                    + " is missing. Add the dependency that holds it, and keep it when you pack the application.");
        }
        return new Resource(name, url);
    }

    /** Returns the directory that contains all of them; unpacks again any that were removed or changed meanwhile. */
    synchronized Path directory() throws IOException {
        String key = key();
        Path directory = unpacked(key);
        if (!isWhole(directory)) {
            cache.remove(key);
            directory = unpacked(key);
        }
        if (!isWhole(directory)) {
            throw new IOException("what was unpacked into " + directory + " was changed");
        }
        return directory;
    }

    private Path unpacked(String key) throws IOException {
        Path entry =
                cache.findOrMake(key, resources.get(0).file(), this::unpack).getParent();
        if (entry == null) {
            throw new IOException("an entry of the cache has no directory");
        }
        return entry;
    }

    private String key() throws IOException {
        Fingerprint key = new Fingerprint().text("native").text(FORMAT);
        for (Resource resource : resources) {
            key.text(resource.name);
            ClassLocation.ofResource(program, resource.name, resource.url).describe(key);
        }
        return key.hex();
    }

    private void unpack(Path directory) throws IOException {
        for (Resource resource : resources) {
            Path file = directory.resolve(resource.file());
            try (InputStream in = resource.url.openStream()) {
                Files.copy(in, file);
            }
            WholeFiles.seal(file);
        }
    }

    private boolean isWhole(Path directory) throws IOException {
        for (Resource resource : resources) {
            if (!whole.isWhole(directory.resolve(resource.file()))) {
                return false;
            }
        }
        return true;
    }

    private record Resource(String name, URL url) {
        String file() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }
}
