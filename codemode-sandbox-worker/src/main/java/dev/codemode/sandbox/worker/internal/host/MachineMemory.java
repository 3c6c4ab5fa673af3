package dev.codemode.sandbox.worker.internal.host;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of this machine, or of the container that it is for this process. On Linux from proc(5) and cgroups(7),
 * because asking the runtime for it takes a tenth of a second.
 */
public final class MachineMemory {
    /** Where nothing says, as in a runtime that was trimmed to fewer modules. */
    private static final long UNKNOWN = 0;

    private static final Pattern TOTAL = Pattern.compile("MemTotal:\\s+(\\d{1,15}) kB");
    private static final Pattern BYTES = Pattern.compile("\\d{1,18}");

    private MachineMemory() {}

    /** Returns the number of bytes; zero if unknown. */
    public static long bytes() {
        Path root = Path.of("/");
        return Files.exists(root.resolve("proc/meminfo")) ? onLinux(root) : elsewhere();
    }

    private static long elsewhere() {
        try {
            OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
            return system == null ? UNKNOWN : system.getTotalMemorySize();
        } catch (LinkageError e) {
            return UNKNOWN;
        }
    }

    /** Returns the least of what the machine has and what the process's control groups, of either version, allow. */
    static long onLinux(Path root) {
        Matcher total = TOTAL.matcher(text(root.resolve("proc/meminfo")));
        long bytes = total.find() ? Long.parseLong(total.group(1)) << 10 : UNKNOWN;
        Path groups = root.resolve("sys/fs/cgroup");
        for (String line : text(root.resolve("proc/self/cgroup")).lines().toList()) {
            String[] fields = line.split(":", 3);
            if (fields.length == 3 && fields[1].isEmpty()) {
                bytes = Math.min(bytes, limit(groups, fields[2], "memory.max"));
            } else if (fields.length == 3 && List.of(fields[1].split(",")).contains("memory")) {
                bytes = Math.min(bytes, limit(groups.resolve("memory"), fields[2], "memory.limit_in_bytes"));
            }
        }
        return bytes;
    }

    /** Returns the least limit of a group and those around it; in a container, its group may be at the root. */
    private static long limit(Path groups, String group, String file) {
        long least = limit(groups.resolve(file));
        Path within = groups;
        for (Path name : Path.of(group)) {
            within = within.resolve(name);
            least = Math.min(least, limit(within.resolve(file)));
        }
        return least;
    }

    private static long limit(Path file) {
        String text = text(file).strip();
        return BYTES.matcher(text).matches() ? Long.parseLong(text) : Long.MAX_VALUE;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
