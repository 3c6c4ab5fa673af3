package dev.codemode.sandbox.worker.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MachineMemoryTest {
    @TempDir
    private Path root;

    @BeforeEach
    void hasEightGibibytes() throws IOException {
        write("proc/meminfo", "MemTotal:        8388608 kB\nMemFree:            1024 kB\n");
    }

    @Test
    void isThatOfTheMachineWithoutControlGroups() {
        assertThat(MachineMemory.onLinux(root)).isEqualTo(8L << 30);
    }

    @Test
    void isTheLimitOfAGroupAroundThisOne() throws IOException {
        write("proc/self/cgroup", "0::/pods/shop\n");
        write("sys/fs/cgroup/pods/memory.max", "1073741824\n");
        write("sys/fs/cgroup/pods/shop/memory.max", "max\n");
        assertThat(MachineMemory.onLinux(root)).isEqualTo(1L << 30);
    }

    @Test
    void isTheLimitOfAContainerWhoseGroupIsTheRoot() throws IOException {
        write("proc/self/cgroup", "0::/\n");
        write("sys/fs/cgroup/memory.max", "536870912\n");
        assertThat(MachineMemory.onLinux(root)).isEqualTo(512L << 20);
    }

    @Test
    void isTheLimitOfAGroupOfTheFirstVersion() throws IOException {
        write("proc/self/cgroup", "12:cpu,cpuacct:/shop\n5:memory:/shop\n");
        write("sys/fs/cgroup/memory/memory.limit_in_bytes", "9223372036854771712\n");
        write("sys/fs/cgroup/memory/shop/memory.limit_in_bytes", "2147483648\n");
        assertThat(MachineMemory.onLinux(root)).isEqualTo(2L << 30);
    }

    @Test
    void isThatOfTheMachineWhereALimitIsLarger() throws IOException {
        write("proc/self/cgroup", "0::/shop\n");
        write("sys/fs/cgroup/shop/memory.max", "1099511627776\n");
        assertThat(MachineMemory.onLinux(root)).isEqualTo(8L << 30);
    }

    @Test
    void isKnownHere() {
        assertThat(MachineMemory.bytes()).isPositive();
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
