package dev.codemode.benchmarks.hostile;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * A host thread that has nothing to do with any script: it repeatedly allocates a little, and notices whether the host
 * runs out of memory or its garbage collector causes pauses. A thread that merely got no processor time was not paused
 * by the collector, so only pauses that the collector itself reports count. Thread-safe.
 */
final class Bystander {
    private static final long MAX_PAUSE_MILLIS = 500;
    private static final long TICK_NANOS = 5_000_000;

    private final AtomicInteger outOfMemory = new AtomicInteger();
    private final AtomicLong longestPause = new AtomicLong();
    private volatile byte[] allocated = new byte[0];

    private Bystander() {}

    /** Starts watching this process, for as long as it lives. */
    static Bystander start() {
        Bystander bystander = new Bystander();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener((event, handback) -> bystander.collected(event), null, null);
            }
        }
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> bystander.uncaught(error));
        Thread thread = new Thread(bystander::watch, "bystander");
        thread.setDaemon(true);
        thread.start();
        return bystander;
    }

    private void watch() {
        while (true) {
            try {
                allocated = new byte[64 << 10];
            } catch (OutOfMemoryError e) {
                outOfMemory.incrementAndGet();
            }
            LockSupport.parkNanos(TICK_NANOS);
        }
    }

    private void uncaught(Throwable error) {
        if (error instanceof OutOfMemoryError) {
            outOfMemory.incrementAndGet();
        }
    }

    private void collected(Notification event) {
        if (!event.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        GarbageCollectionNotificationInfo info =
                GarbageCollectionNotificationInfo.from((CompositeData) event.getUserData());
        boolean pause =
                !info.getGcName().contains("Concurrent") && !info.getGcName().contains("Cycles");
        if (pause) {
            longestPause.accumulateAndGet(info.getGcInfo().getDuration(), Math::max);
        }
    }

    /** Returns what went wrong since the last call. */
    List<String> takeFaults() {
        List<String> faults = new ArrayList<>();
        int errors = outOfMemory.getAndSet(0);
        if (errors > 0) {
            faults.add("another thread of the host met " + errors + " OutOfMemoryErrors");
        }
        long pause = longestPause.getAndSet(0);
        if (pause > MAX_PAUSE_MILLIS) {
            faults.add(String.format("the host's collector paused it for %,d ms", pause));
        }
        return faults;
    }
}
