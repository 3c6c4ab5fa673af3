package dev.codemode.sandbox.v8;

import dev.codemode.sandbox.worker.NativeParts;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sandboxes that run scripts on V8, for CPU-bound scripts: only on Linux x86-64, and only in worker processes.
 * Thread-safe.
 *
 * @since 0.1
 */
public final class V8Sandbox {
    /** The worker's JVM holds a script's messages, but nothing of the script itself. */
    private static final long JVM_HEAP_BYTES = 64L << 20;

    /** V8 ends its process with SIGTRAP when its heap is full (128 + 5). */
    private static final int TRAPPED = 133;

    /**
     * The exit code of a JVM that {@code -XX:+ExitOnOutOfMemoryError} ends, here because a script's text is too long
     * for it.
     */
    private static final int OUT_OF_MEMORY = 3;

    private static final String KNOWN_FAULTS =
            "This V8 is of June 2025: CVE-2025-6554, fixed on 30 June 2025 and exploited since, lets a script leave it.";

    private V8Sandbox() {}

    /**
     * Returns a builder for a sandbox that runs scripts in worker processes. This version of V8 has published faults
     * through which scripts have escaped, so {@code build()} needs {@code commandPrefix(...)}, or
     * {@code unsafeKnownFaults()} where every script is trusted.
     *
     * @throws IllegalStateException if V8 does not run on this platform; the message says what can be done
     */
    public static WorkerSandbox.Builder builder() {
        return builder(Platform.current());
    }

    static WorkerSandbox.Builder builder(Platform platform) {
        platform.require();
        return WorkerSandbox.builder(WorkerProgram.builder("V8", V8Worker.class)
                .classes(List.of("com.caoccao.javet.interop.V8Host"))
                .packages(List.of("com/caoccao/javet/"))
                .jvmOptions(jvmOptions())
                .baseMemoryBytes(JVM_HEAP_BYTES)
                .memoryExitCodes(Set.of(TRAPPED, OUT_OF_MEMORY))
                .nativeParts(new NativeParts(V8Library.FILES, V8Library.ENVIRONMENT))
                .knownFaults(KNOWN_FAULTS)
                .build());
    }

    private static List<String> jvmOptions() {
        List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=32m"));
        if (Runtime.version().feature() >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return List.copyOf(options);
    }
}
