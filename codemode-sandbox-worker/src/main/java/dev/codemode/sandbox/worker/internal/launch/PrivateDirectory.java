package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.Principal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Directories that only this user may enter.
 *
 * <p>Invariant: what is run from such a directory was put there by this user. Held by {@code CacheRootTest}.
 */
final class PrivateDirectory {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private static final int STICKY = 01000;
    private static final int WRITABLE_BY_GROUP = 020;
    private static final int WRITABLE_BY_OTHERS = 02;
    private static final Integer ADMINISTRATOR = 0;

    private PrivateDirectory() {}

    /**
     * Creates a directory.
     *
     * @throws java.nio.file.FileAlreadyExistsException if something has that name
     */
    static Path create(Path directory) throws IOException {
        return Files.createDirectory(directory, attributes(directory));
    }

    /** Creates a directory with a new name that starts like this. */
    static Path createUnique(Path parent, String prefix) throws IOException {
        return Files.createTempDirectory(parent, prefix, attributes(parent));
    }

    private static FileAttribute<?>[] attributes(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    /**
     * Returns whether this is a directory, not a link to one, that belongs to the user and that nobody else may enter.
     */
    static boolean belongsTo(UserPrincipal user, Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                || !Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user)) {
            return false;
        }
        PosixFileAttributeView view =
                Files.getFileAttributeView(directory, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return true;
        }
        Set<PosixFilePermission> others = EnumSet.copyOf(view.readAttributes().permissions());
        others.removeAll(OWNER_ONLY);
        return others.isEmpty();
    }

    /**
     * Returns the first directory, from the one that holds this to the root, in which another user could replace what
     * is below: one that others may write to and that is not sticky, or that belongs to neither this user nor the
     * administrator. Null if there is none, or if the file system has no such rights.
     *
     * @param directory a directory of this user
     */
    static @Nullable Path unsafeAbove(Path directory) throws IOException {
        UserPrincipal user = Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS);
        Path real = directory.toRealPath();
        if (!real.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return null;
        }
        for (Path above = real.getParent(); above != null; above = above.getParent()) {
            if (!isSafe(user, above)) {
                return above;
            }
        }
        return null;
    }

    private static boolean isSafe(UserPrincipal user, Path directory) throws IOException {
        int mode = (int) Files.getAttribute(directory, "unix:mode");
        boolean owned = Files.getOwner(directory).equals(user)
                || ADMINISTRATOR.equals(Files.getAttribute(directory, "unix:uid"));
        // By convention, a group with the user's own name, or the administrator's, has no other members.
        boolean ownGroup = ADMINISTRATOR.equals(Files.getAttribute(directory, "unix:gid"))
                || user.getName().equals(((Principal) Files.getAttribute(directory, "unix:group")).getName());
        boolean writable = (mode & WRITABLE_BY_OTHERS) != 0 || ((mode & WRITABLE_BY_GROUP) != 0 && !ownGroup);
        return owned && (!writable || (mode & STICKY) != 0);
    }

    /** Deletes a directory with its contents, as far as possible. Follows no links. */
    static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new Deletion());
        } catch (IOException e) {
            System.getLogger(PrivateDirectory.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "A directory was not deleted: " + directory, e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
