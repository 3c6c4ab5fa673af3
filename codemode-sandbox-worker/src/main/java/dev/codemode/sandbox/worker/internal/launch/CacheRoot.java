package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which this library keeps its files. Immutable and thread-safe.
 *
 * @param directory a directory that belongs only to this user
 * @param shared whether other processes of this user also use it, so that it outlives this one
 * @param user the name of the user who made it
 */
record CacheRoot(Path directory, boolean shared, String user) {
    private static final System.Logger LOG = System.getLogger(CacheRoot.class.getName());
    private static final String PREFIX = "codemode-";

    /**
     * Returns the root in the host's directory.
     *
     * @throws IllegalStateException if nothing can be stored there
     */
    static CacheRoot in(Path parent) {
        try {
            Path directory = Files.createDirectories(parent.toAbsolutePath());
            Path probe = Files.createTempDirectory(directory, PREFIX);
            Path open = unsafeAbove(probe);
            if (open != null) {
                throw new IllegalStateException("Cannot use the cache directory " + parent + ": in " + open
                        + " another user may replace it. Give a directory that only this user, or the administrator, may"
                        + " write to.");
            }
            CacheRoot root = open(probe);
            if (root.shared) {
                return root;
            }
            PrivateDirectory.delete(root.directory);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot use the cache directory " + parent + ": " + e + ". Give one that can be written to.", e);
        }
        throw new IllegalStateException("Cannot use the cache directory " + parent + ": the directory '" + PREFIX
                + "<user>' in it is a link, or is open to other users. Remove it, or give another directory.");
    }

    /** Returns the root in the temporary directory; null if nothing can be written there, or others could replace it. */
    static @Nullable CacheRoot temporary() {
        try {
            Path probe = Files.createTempDirectory(PREFIX);
            Path open = unsafeAbove(probe);
            if (open != null) {
                throw new IOException("in " + open + " another user may replace what is there");
            }
            CacheRoot root = open(probe);
            if (!root.shared) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "The directory that is kept between runs is a link, or is open to other users; using {0} for"
                                + " this run only.",
                        root.directory);
            }
            return root;
        } catch (IOException | SecurityException | IllegalArgumentException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Workers start without a shared archive, because no temporary directory can be used: {0}",
                    e.toString());
            return null;
        }
    }

    /** Returns where another user could replace the probe, which is then removed; null for nowhere. */
    private static @Nullable Path unsafeAbove(Path probe) throws IOException {
        Path open = PrivateDirectory.unsafeAbove(probe);
        if (open != null) {
            PrivateDirectory.delete(probe);
        }
        return open;
    }

    /**
     * Checks again that what is run from here was put here by this user.
     *
     * @throws IOException if the directory now belongs to another user, or another user may replace it
     */
    void requireOwn() throws IOException {
        UserPrincipal user = Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS);
        if (!user.getName().equals(this.user)
                || !PrivateDirectory.belongsTo(user, directory)
                || PrivateDirectory.unsafeAbove(directory) != null) {
            throw new IOException("The directory " + directory + " is no longer accessible only to this user.");
        }
    }

    /**
     * Returns the directory named after the user who owns the probe, or the probe if that directory does not belong
     * only to them.
     */
    private static CacheRoot open(Path probe) throws IOException {
        UserPrincipal user = Files.getOwner(probe);
        Path kept = probe.resolveSibling(PREFIX + user.getName().replaceAll("[^A-Za-z0-9._-]", "_"));
        try {
            PrivateDirectory.create(kept);
        } catch (FileAlreadyExistsException e) {
            if (!PrivateDirectory.belongsTo(user, kept)) {
                return new CacheRoot(probe, false, user.getName());
            }
        }
        PrivateDirectory.delete(probe);
        return new CacheRoot(kept, true, user.getName());
    }
}
