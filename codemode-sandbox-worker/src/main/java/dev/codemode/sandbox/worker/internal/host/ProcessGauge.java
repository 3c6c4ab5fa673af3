package dev.codemode.sandbox.worker.internal.host;

import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The costs of a worker, seen from outside: processor time and, on Linux, its threads and its memory, including memory
 * outside its heap. Behind a command prefix a worker is several processes, whose costs are added up. Confined to one
 * thread at a time.
 */
final class ProcessGauge {
    private static final long SLACK_BYTES = 64L << 20;

    /** A virtual machine starts some threads of its own, and a script none. */
    private static final int SLACK_THREADS = 64;

    private final List<ProcessHandle> processes;
    private final Limits limits;
    private final long maxResidentBytes;
    private final int maxThreads;
    private @Nullable Duration cpuBefore;
    private boolean computedTooLong;

    /** Creates a gauge for processes that use this much when idle. */
    ProcessGauge(List<ProcessHandle> processes, Limits limits, Holding idle) {
        this.processes = processes;
        this.limits = limits;
        boolean known = !idle.equals(Holding.UNKNOWN);
        maxResidentBytes = known ? idle.residentBytes() + 2 * limits.maxMemoryBytes() + SLACK_BYTES : Long.MAX_VALUE;
        maxThreads = known ? idle.threads() + SLACK_THREADS : Integer.MAX_VALUE;
    }

    /**
     * Measures once.
     *
     * @param computesTooLong called once when the processor time since the first measurement is spent
     * @param holdsTooMuch gets the limit that is exceeded; null for something that no script can exceed, such as threads
     */
    void look(Runnable computesTooLong, Consumer<@Nullable LimitKind> holdsTooMuch) {
        Duration cpu = cpu();
        Duration before = cpuBefore == null ? cpu : cpuBefore;
        cpuBefore = before;
        Holding now = Holding.of(processes);
        if (!computedTooLong && cpu.minus(before).compareTo(limits.maxCpuTime()) > 0) {
            computedTooLong = true;
            computesTooLong.run();
        }
        if (now.residentBytes() > maxResidentBytes) {
            holdsTooMuch.accept(LimitKind.MEMORY);
        } else if (now.threads() > maxThreads) {
            holdsTooMuch.accept(null);
        }
    }

    private Duration cpu() {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The resources that processes use.
     *
     * @param residentBytes their memory
     * @param threads how many they run
     */
    record Holding(long residentBytes, int threads) {
        static final Holding UNKNOWN = new Holding(0, 0);
        private static final long PAGE_BYTES = 4_096;
        private static final int THREADS = 17;
        private static final int RESIDENT_PAGES = 21;

        /** Returns what they use together; unknown if one of them is. */
        static Holding of(List<ProcessHandle> processes) {
            Holding sum = UNKNOWN;
            for (ProcessHandle process : processes) {
                Holding one = of(process);
                if (one.equals(UNKNOWN)) {
                    return UNKNOWN;
                }
                sum = new Holding(sum.residentBytes + one.residentBytes, sum.threads + one.threads);
            }
            return sum;
        }

        /** Reads stat of proc(5), whose fields follow the name in parentheses; unknown if there is none. */
        private static Holding of(ProcessHandle process) {
            Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
            try {
                String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
                String[] fields =
                        text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1);
                return new Holding(
                        Long.parseLong(fields[RESIDENT_PAGES]) * PAGE_BYTES, Integer.parseInt(fields[THREADS]));
            } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
                return UNKNOWN;
            }
        }
    }
}
