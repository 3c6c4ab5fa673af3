package dev.codemode.internal.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Creates the threads for the host's work, such as handlers. */
public final class HostThreads {
    private HostThreads() {}

    /**
     * Returns an executor of pooled daemon threads. Where the JVM has virtual threads (JEP 444), they take what is more
     * than {@value PooledThreads#MOST} tasks at once.
     */
    public static ExecutorService newExecutor() {
        return newExecutor("codemode-call-");
    }

    /**
     * Returns an executor like that of {@link #newExecutor()}.
     *
     * @param prefix the beginning of the names of daemon threads; virtual ones have none
     */
    public static ExecutorService newExecutor(String prefix) {
        ThreadFactory daemons = daemons(prefix);
        ExecutorService virtual = virtualThreads();
        return virtual == null ? Executors.newCachedThreadPool(daemons) : new PooledThreads(daemons, virtual);
    }

    private static @Nullable ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return null;
        }
    }

    /** Returns a factory of daemon threads with numbered names. */
    public static ThreadFactory daemons(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
