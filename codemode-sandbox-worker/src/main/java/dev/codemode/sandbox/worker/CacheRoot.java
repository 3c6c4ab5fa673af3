package dev.codemode.sandbox.worker;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which this library keeps its files. Immutable and thread-safe.
 *
 * @param directory a directory that belongs to this user alone
 * @param shared whether other processes of this user use it too, so that it outlives this one
 */
record CacheRoot(Path directory, boolean shared) {
    private static final System.Logger LOG = System.getLogger(CacheRoot.class.getName());
    private static final String PREFIX = "codemode-";

    /**
     * Returns the root in the directory that the host gave.
     *
     * @throws IllegalStateException if nothing can be kept there
     */
    static CacheRoot in(Path parent) {
        try {
            Path directory = Files.createDirectories(parent.toAbsolutePath());
            CacheRoot root = open(Files.createTempDirectory(directory, PREFIX));
            if (root.shared) {
                return root;
            }
            PrivateDirectory.delete(root.directory);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot use the cache directory " + parent + ": " + e + ". Give one that can be written.", e);
        }
        throw new IllegalStateException("Cannot use the cache directory " + parent + ": the directory '" + PREFIX
                + "<user>' in it is a link, or is open to other users. Remove it, or give another directory.");
    }

    /** Returns the root in the temporary directory; null if nothing can be written there. */
    static @Nullable CacheRoot temporary() {
        try {
            CacheRoot root = open(Files.createTempDirectory(PREFIX));
            if (!root.shared) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "The directory that is kept between runs is a link, or is open to other users; using {0} for"
                                + " this run alone.",
                        root.directory);
            }
            return root;
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Workers start without a shared archive, because no temporary directory can be written: {0}",
                    e.toString());
            return null;
        }
    }

    /** Returns the directory named after the user who owns the probe, or the probe if that directory is not theirs alone. */
    private static CacheRoot open(Path probe) throws IOException {
        UserPrincipal user = Files.getOwner(probe);
        Path kept = probe.resolveSibling(PREFIX + user.getName().replaceAll("[^A-Za-z0-9._-]", "_"));
        try {
            PrivateDirectory.create(kept);
        } catch (FileAlreadyExistsException e) {
            if (!PrivateDirectory.belongsTo(user, kept)) {
                return new CacheRoot(probe, false);
            }
        }
        PrivateDirectory.delete(probe);
        return new CacheRoot(kept, true);
    }
}
