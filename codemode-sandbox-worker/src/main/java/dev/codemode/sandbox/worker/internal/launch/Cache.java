package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Directories of files that are made once and reused, each named by a key of what it was made from. An entry appears
 * whole or not at all, even if several processes make it at once. Thread-safe.
 */
final class Cache {
    private static final System.Logger LOG = System.getLogger(Cache.class.getName());
    private static final Duration MAX_IDLE = Duration.ofDays(2);

    private final Path root;
    private final WorkDirectories work;
    private final Clock clock;

    /** Creates a cache whose entries are made in working directories on the same file system. */
    Cache(Path root, WorkDirectories work, Clock clock) {
        this.root = root;
        this.work = work;
        this.clock = clock;
    }

    /** Fills the directory of a new entry. */
    @FunctionalInterface
    interface Writer {
        void write(Path directory) throws IOException;
    }

    /** Returns the file of an entry; null if there is none. */
    @Nullable Path find(String key, String file) {
        Path found = root.resolve(key).resolve(file);
        if (!Files.isRegularFile(found)) {
            return null;
        }
        touch(root.resolve(key));
        return found;
    }

    /** Returns the file of an entry, which is made if there is none. */
    Path findOrMake(String key, String file, Writer writer) throws IOException {
        Path found = find(key, file);
        if (found != null) {
            return found;
        }
        remove(key);
        Path unfinished = work.create();
        try {
            writer.write(unfinished);
            publish(unfinished, root.resolve(key));
        } finally {
            PrivateDirectory.delete(unfinished);
        }
        return root.resolve(key).resolve(file);
    }

    /** Removes an entry. */
    void remove(String key) {
        Path entry = root.resolve(key);
        if (Files.exists(entry)) {
            PrivateDirectory.delete(entry);
        }
    }

    /** Removes entries that were not used for two days. */
    void removeOld() {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                boolean ours = entry.getFileName().toString().matches("[0-9a-f]{64}");
                Instant used = Files.getLastModifiedTime(entry).toInstant();
                if (ours && used.plus(MAX_IDLE).isBefore(clock.instant())) {
                    PrivateDirectory.delete(entry);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Old entries of the cache were not removed.", e);
        }
    }

    private static void publish(Path unfinished, Path entry) throws IOException {
        try {
            Files.move(unfinished, entry, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(entry)) {
                throw e;
            }
        }
    }

    private void touch(Path entry) {
        try {
            Files.setLastModifiedTime(entry, FileTime.from(clock.instant()));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The use of an entry of the cache was not noted.", e);
        }
    }
}
