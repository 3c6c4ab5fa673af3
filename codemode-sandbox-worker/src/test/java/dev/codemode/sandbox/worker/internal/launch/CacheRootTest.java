package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheRootTest {
    @TempDir
    private Path parent;

    @Test
    void keepsADirectoryOnlyForTheUser() throws Exception {
        CacheRoot first = CacheRoot.in(parent.resolve("new/cache"));
        CacheRoot second = CacheRoot.in(parent.resolve("new/cache"));

        assertThat(first).isEqualTo(second);
        assertThat(first.shared()).isTrue();
        assertThat(first.directory()).isEqualTo(parent.resolve("new/cache/codemode-" + user()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.directory())))
                .isEqualTo("rwx------");
        assertThat(parent.resolve("new/cache")).isDirectoryContaining(first.directory()::equals);
    }

    @Test
    void refusesADirectoryThatOthersCanWrite() throws Exception {
        Files.setPosixFilePermissions(
                Files.createDirectory(parent.resolve("codemode-" + user())),
                PosixFilePermissions.fromString("rwxrwxrwx"));

        assertRefused();
    }

    @Test
    void refusesALinkToADirectory() throws Exception {
        Path other = PrivateDirectory.create(parent.resolve("other"));
        Files.createSymbolicLink(parent.resolve("codemode-" + user()), other);

        assertRefused();
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void doesNotTakeAnothersDirectoryForItsOwn() throws Exception {
        Path directory = PrivateDirectory.create(parent.resolve("private"));
        UserPrincipal owner = Files.getOwner(directory);
        UserPrincipal other = new UserPrincipal() {
            @Override
            public String getName() {
                return owner.getName();
            }
        };

        assertThat(PrivateDirectory.belongsTo(owner, directory)).isTrue();
        assertThat(PrivateDirectory.belongsTo(other, directory)).isFalse();
    }

    @Test
    void saysThatADirectoryCannotBeWritten() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> CacheRoot.in(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use the cache directory " + file + ": java.nio.file.FileAlreadyExistsException: "
                        + file + ". Give one that can be written to.");
    }

    @ParameterizedTest
    @CsvSource({"rwxrwxrwx, cache", "rwxrwxrwx, a/b/cache", "rwx---rwx, ''"})
    void refusesADirectoryBelowOneInWhichOthersMayReplaceIt(String rights, String below) throws Exception {
        Path open = Files.createDirectory(parent.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString(rights));
        Path cache = below.isEmpty() ? open : open.resolve(below);

        assertThatThrownBy(() -> CacheRoot.in(cache))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use the cache directory " + cache + ": in " + open.toRealPath()
                        + " another user may replace it. Give a directory that only this user, or the administrator, may"
                        + " write to.");
        assertThat(cache).isEmptyDirectory();
    }

    @Test
    void acceptsADirectoryThatAllMayWriteToButNoneMayReplace() throws Exception {
        Path open = Files.createDirectory(parent.resolve("open"));
        Files.setAttribute(open, "unix:mode", 01777);

        assertThat(CacheRoot.in(open).shared()).isTrue();
    }

    @Test
    void looksAgainBeforeAnythingIsRun() throws Exception {
        Path above = Files.createDirectory(parent.resolve("above"));
        CacheRoot root = CacheRoot.in(above.resolve("cache"));
        root.requireOwn();
        Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThatThrownBy(root::requireOwn)
                .isInstanceOf(IOException.class)
                .hasMessage("The directory " + root.directory() + " is no longer accessible only to this user.");
    }

    private void assertRefused() {
        assertThatThrownBy(() -> CacheRoot.in(parent))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Cannot use the cache directory " + parent + ": the directory 'codemode-<user>' in it is a"
                        + " link, or is open to other users. Remove it, or give another directory.");
    }

    private String user() throws IOException {
        return Files.getOwner(parent).getName();
    }
}
