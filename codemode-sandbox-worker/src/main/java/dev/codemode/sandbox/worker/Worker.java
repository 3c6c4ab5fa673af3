package dev.codemode.sandbox.worker;

import dev.codemode.sandbox.realm.RealmFactory;
import dev.codemode.sandbox.worker.internal.guest.WorkerScripts;
import dev.codemode.sandbox.worker.internal.wire.Frame;
import dev.codemode.sandbox.worker.internal.wire.FrameReader;
import dev.codemode.sandbox.worker.internal.wire.FrameWriter;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The main loop of a worker process. An engine's main class calls {@link #run} and nothing else.
 *
 * @since 0.1
 */
public final class Worker {
    private Worker() {}

    /**
     * Runs the scripts that arrive on standard input until it is closed, and then ends the process. Anything printed to
     * the standard streams meanwhile is lost.
     *
     * @param arguments the arguments of the main method
     * @param engine builds the engine; called once, on the script's thread
     */
    public static void run(String[] arguments, Supplier<RealmFactory> engine) throws InterruptedException, IOException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        WorkerScripts scripts = new WorkerScripts(engine, new FrameWriter(out));
        if (WorkerStart.of(arguments).training()) {
            scripts.train();
            return;
        }
        scripts.start();
        try {
            receive(new FrameReader(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16)), scripts);
        } finally {
            // The host is gone or has released us: end the process even if a script is spinning.
            Runtime.getRuntime().halt(0);
        }
    }

    private static void receive(FrameReader in, WorkerScripts scripts) throws IOException {
        for (@Nullable Frame frame = next(in); frame != null; frame = next(in)) {
            scripts.accept(frame);
        }
    }

    private static @Nullable Frame next(FrameReader in) throws IOException {
        return in.read(() -> Integer.MAX_VALUE);
    }
}
