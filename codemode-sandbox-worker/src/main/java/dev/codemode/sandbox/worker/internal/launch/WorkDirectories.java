package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The empty directories that workers run in. If this host ends without closing, a lock shows the next one that it is
 * gone; that host then removes what was left. Thread-safe.
 */
final class WorkDirectories implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(WorkDirectories.class.getName());
    private static final String PREFIX = "work-";
    private static final String LOCK = ".lock";
    private static final Duration TIME_TO_LOCK = Duration.ofMinutes(1);

    private final Path parent;
    private final FileChannel lock;

    private WorkDirectories(Path parent, FileChannel lock) {
        this.parent = parent;
        this.lock = lock;
    }

    /** Creates the parent of one launcher's directories, and removes those of launchers that are gone. */
    static WorkDirectories in(Path root) throws IOException {
        String own = PREFIX + ProcessHandle.current().pid() + "-";
        removeAbandoned(root, own);
        Path parent = PrivateDirectory.createUnique(root, own);
        FileChannel lock =
                FileChannel.open(parent.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new WorkDirectories(parent, lock);
    }

    /** Returns a new empty directory. */
    Path create() throws IOException {
        return PrivateDirectory.createUnique(parent, "");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A lock was not released.", e);
        }
        PrivateDirectory.delete(parent);
    }

    private static void removeAbandoned(Path root, String own) {
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root, PREFIX + "*")) {
            for (Path directory : directories) {
                // On POSIX systems, closing a file ends all locks that the process has on it: do not touch our own.
                if (!directory.getFileName().toString().startsWith(own) && isAbandoned(directory)) {
                    PrivateDirectory.delete(directory);
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "Directories of earlier workers were not removed.", e);
        }
    }

    private static boolean isAbandoned(Path directory) {
        Path file = directory.resolve(LOCK);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Instant lockedBy = Files.getLastModifiedTime(file).toInstant().plus(TIME_TO_LOCK);
            return Instant.now().isAfter(lockedBy) && channel.tryLock() != null;
        } catch (OverlappingFileLockException | IOException e) {
            return false;
        }
    }
}
