package dev.codemode.sandbox.graal;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * The costs of one thread. The heap is shared, so memory is approximate: a thread is over its limit if it has allocated
 * more than that while the long-lived part of the heap has grown by more than that, or if it has allocated a large
 * multiple of it. Thread-safe.
 */
final class ThreadGauge {
    private static final int MAX_TURNOVER = 1_024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Young generations have no usage threshold, since they fill up by design. */
    private static final List<MemoryPoolMXBean> LONG_LIVED = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP && pool.isUsageThresholdSupported())
            .toList();

    private final long threadId;
    private final long allocatedBefore;
    private final long heldBefore;
    private final long cpuBefore;

    /** Starts measuring a thread. */
    ThreadGauge(Thread thread) {
        threadId = thread.getId();
        allocatedBefore = THREADS.getThreadAllocatedBytes(threadId);
        heldBefore = held();
        cpuBefore = THREADS.getThreadCpuTime(threadId);
    }

    boolean holdsMoreThan(long maxBytes) {
        long allocated = THREADS.getThreadAllocatedBytes(threadId) - allocatedBefore;
        return allocated > maxBytes && (allocated / MAX_TURNOVER > maxBytes || held() - heldBefore > maxBytes);
    }

    long cpuNanos() {
        return THREADS.getThreadCpuTime(threadId) - cpuBefore;
    }

    private static long held() {
        return LONG_LIVED.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
    }
}
