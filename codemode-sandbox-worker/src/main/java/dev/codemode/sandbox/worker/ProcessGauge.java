package dev.codemode.sandbox.worker;

import dev.codemode.sandbox.LimitKind;
import dev.codemode.sandbox.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Scanner;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a process and its children cost, seen from outside: processor time and, on Linux, the memory that it holds (proc(5),
 * statm), which also counts what is no part of its heap. Confined to one thread at a time.
 */
final class ProcessGauge {
    private static final long TICK_MILLIS = 100;
    private static final long CPU_GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long SLACK_BYTES = 64L << 20;
    private static final long PAGE_BYTES = 4_096;

    private final Process process;
    private final Limits limits;
    private final long maxResidentBytes;
    private @Nullable Duration cpuBefore;

    /** Creates a gauge for a process that holds so much with nothing to do; zero if that is not known. */
    ProcessGauge(Process process, Limits limits, long residentBytes) {
        this.process = process;
        this.limits = limits;
        maxResidentBytes =
                residentBytes == 0 ? Long.MAX_VALUE : residentBytes + 2 * limits.maxMemoryBytes() + SLACK_BYTES;
    }

    /** Looks again and again until the result is cancelled; tells which limit is exceeded. */
    Future<?> watch(ScheduledExecutorService timer, Consumer<LimitKind> exceeded) {
        return timer.scheduleWithFixedDelay(
                () -> {
                    LimitKind limit = look();
                    if (limit != null) {
                        exceeded.accept(limit);
                    }
                },
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private @Nullable LimitKind look() {
        Duration cpu = cpu(process.toHandle());
        Duration before = cpuBefore == null ? cpu : cpuBefore;
        cpuBefore = before;
        if (cpu.minus(before).toNanos() > limits.maxCpuTime().toNanos() + CPU_GRACE_NANOS) {
            return LimitKind.CPU_TIME;
        }
        return residentBytes(process) > maxResidentBytes ? LimitKind.MEMORY : null;
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Returns what the process holds of the machine's memory; zero if that is not known. */
    static long residentBytes(Process process) {
        Path statm = Path.of("/proc", Long.toString(process.pid()), "statm");
        try (Scanner fields = new Scanner(Files.readString(statm, StandardCharsets.US_ASCII))) {
            fields.nextLong();
            return fields.nextLong() * PAGE_BYTES;
        } catch (IOException | NoSuchElementException e) {
            return 0;
        }
    }
}
