package dev.codemode.internal.threads;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Creates the threads for the host's work, such as handlers. */
public final class HostThreads {
    private HostThreads() {}

    /** Returns an executor of virtual threads (JEP 444) where the JVM has them, otherwise of pooled daemon threads. */
    public static ExecutorService newExecutor() {
        return newExecutor("codemode-call-");
    }

    /**
     * Returns an executor like that of {@link #newExecutor()}.
     *
     * @param prefix the beginning of the names of daemon threads; virtual ones have none
     */
    public static ExecutorService newExecutor(String prefix) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newCachedThreadPool(daemons(prefix));
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
