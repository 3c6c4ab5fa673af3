package dev.codemode.sandbox.worker.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirectoriesTest {
    @TempDir
    private Path root;

    @Test
    void removesWhatAHostThatIsGoneLeftBehind() throws Exception {
        Path gone = directory("work-0-1", Duration.ofMinutes(2));
        Files.writeString(Files.createDirectory(gone.resolve("7")).resolve("file"), "text");

        WorkDirectories.in(root).close();

        assertThat(root).isEmptyDirectory();
    }

    @Test
    void leavesADirectoryThatMayNotBeLockedYet() throws Exception {
        Path young = directory("work-0-1", Duration.ZERO);

        WorkDirectories.in(root).close();

        assertThat(young).isDirectory();
    }

    @Test
    void leavesTheDirectoriesOfOthersInTheSameProcess() throws Exception {
        try (WorkDirectories first = WorkDirectories.in(root)) {
            Path directory = first.create();
            Path lock = directory.resolveSibling(".lock");
            Files.setLastModifiedTime(lock, FileTime.from(Instant.EPOCH));
            WorkDirectories.in(root).close();

            assertThat(directory).isEmptyDirectory();
        }
    }

    @Test
    void leavesTheDirectoriesOfAnotherProcess() throws Exception {
        Process other = HostProcess.start(Map.of(), WaitingHost.class, root.toString());
        assertThat(other.inputReader().readLine()).isEqualTo("locked");
        Path lock = lock();
        Files.setLastModifiedTime(lock, FileTime.from(Instant.EPOCH));

        WorkDirectories.in(root).close();
        assertThat(lock).isRegularFile();
        other.destroyForcibly().waitFor();
        WorkDirectories.in(root).close();
        assertThat(root).isEmptyDirectory();
    }

    private Path lock() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private Path directory(String name, Duration age) throws IOException {
        Path directory = Files.createDirectory(root.resolve(name));
        Path lock = Files.createFile(directory.resolve(".lock"));
        Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minus(age)));
        return directory;
    }

    /** Holds a directory until it is killed. */
    static final class WaitingHost {
        public static void main(String[] arguments) throws IOException {
            try (WorkDirectories directories = WorkDirectories.in(Path.of(arguments[0]))) {
                System.out.println("locked");
                System.in.transferTo(System.out);
            }
        }
    }
}
