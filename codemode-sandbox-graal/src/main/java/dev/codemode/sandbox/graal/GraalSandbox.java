package dev.codemode.sandbox.graal;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sandboxes that run scripts on GraalJS. Thread-safe.
 *
 * @since 0.1
 */
public final class GraalSandbox {
    private static final int MAX_LEAKED_THREADS = 8;

    /** The memory that the engine uses before any script. */
    private static final long BASE_MEMORY_BYTES = 64L << 20;

    /** The exit code of a JVM that {@code -XX:+ExitOnOutOfMemoryError} ends. */
    private static final int OUT_OF_MEMORY = 3;

    /** One class from each jar that makes up the engine; its xz jar is needed only for native images. */
    private static final List<String> CLASSES = List.of(
            "org.graalvm.polyglot.Engine",
            "org.graalvm.collections.EconomicMap",
            "org.graalvm.jniutils.JNI",
            "org.graalvm.nativeimage.ImageInfo",
            "org.graalvm.word.WordBase",
            "org.graalvm.shadowed.com.ibm.icu.util.ULocale",
            "com.oracle.truffle.api.Truffle",
            "com.oracle.truffle.api.impl.DefaultTruffleRuntime",
            "com.oracle.truffle.compiler.TruffleCompiler",
            "com.oracle.truffle.js.lang.JavaScriptLanguage",
            "com.oracle.truffle.regex.RegexLanguage",
            "com.oracle.truffle.runtime.OptimizedTruffleRuntime");

    /** Where those classes and their resources are in a jar that contains more than them. */
    private static final List<String> PACKAGES = List.of(
            "org/graalvm/",
            "com/oracle/truffle/",
            "com/oracle/js/",
            "com/oracle/svm/",
            "META-INF/graalvm/",
            "META-INF/resources/engine/",
            "META-INF/upgrade/");

    /** By default a JVM's heap begins with all that it may have, and a start touches more of it than it needs. */
    private static final List<String> SMALL_HEAP = List.of("-Xms32m", "-XX:NewSize=16m");

    /**
     * What a start calls often is compiled by the fast compiler alone; a loop in a script still meets the thresholds of
     * the other one within a second (decision 16).
     */
    private static final List<String> LATE_OPTIMIZATION = List.of(
            "-XX:Tier4InvocationThreshold=20000",
            "-XX:Tier4MinInvocationThreshold=5000",
            "-XX:Tier4CompileThreshold=60000");

    private GraalSandbox() {}

    /**
     * Returns a sandbox that runs scripts in worker processes, with the defaults of {@link #builder}. The first starts
     * in the background.
     *
     * @throws IllegalStateException if this Java installation has no {@code java} command; the message says what can be
     *     done
     */
    public static Sandbox create() {
        return builder().build();
    }

    /** Returns a builder for a sandbox that runs scripts in worker processes. */
    public static WorkerSandbox.Builder builder() {
        return WorkerSandbox.builder(WorkerProgram.builder("GraalJS", GraalWorker.class)
                .classes(CLASSES)
                .packages(PACKAGES)
                .jvmOptions(concat(jvmOptions(), concat(SMALL_HEAP, LATE_OPTIMIZATION)))
                .baseMemoryBytes(BASE_MEMORY_BYTES)
                .memoryExitCodes(Set.of(OUT_OF_MEMORY))
                .build());
    }

    /**
     * Describes other kinds of worker processes that run on GraalJS.
     *
     * @param name what they are, in messages
     * @param mainClass the class whose {@code main} is the worker
     * @param classes the name of one class from each jar that they need besides the engine's
     * @param packages the beginnings of the names of entries that they need besides the engine's if one jar contains
     *     several libraries
     * @param memoryBytes the heap that they need in addition to the engine's
     */
    public static WorkerProgram program(
            String name, Class<?> mainClass, List<String> classes, List<String> packages, long memoryBytes) {
        return WorkerProgram.builder(name, mainClass)
                .classes(concat(CLASSES, classes))
                .packages(concat(PACKAGES, packages))
                .jvmOptions(jvmOptions())
                .baseMemoryBytes(BASE_MEMORY_BYTES + memoryBytes)
                .memoryExitCodes(Set.of(OUT_OF_MEMORY))
                .build();
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The engine does not need what these JVMs warn about, and nobody could act on the warning. */
    private static List<String> jvmOptions() {
        int version = Runtime.version().feature();
        List<String> options = new ArrayList<>(List.of("-Dpolyglotimpl.AttachLibraryFailureAction=ignore"));
        if (version >= 23) {
            options.add("--sun-misc-unsafe-memory-access=allow");
        }
        if (version >= 22) {
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return List.copyOf(options);
    }

    /**
     * Returns a sandbox that runs scripts inside this process. For trusted code: it keeps faulty scripts in check, but
     * is not a boundary against hostile ones.
     *
     * <ul>
     *   <li>A script shares the host's heap. {@code maxMemoryBytes} is approximate, based on what the script's thread
     *         has allocated and how the heap has grown meanwhile, and another thread may meet the
     *         {@link OutOfMemoryError}.
     *   <li>Some built-ins of the language never check whether they should stop, such as a search through a huge sparse
     *         array. The caller still gets its answer in time, but the script's thread goes on; with eight such
     *         threads, the sandbox answers that it is busy.
     * </ul>
     *
     * <p>Each execution has a fresh realm, and each trust domain its own engine. Building the first engine takes about
     * a second, and starts here, in the background. {@link Sandbox#close} waits up to two seconds for running scripts.
     */
    public static Sandbox unsafeInProcess() {
        return new InProcessSandbox(MAX_LEAKED_THREADS);
    }
}
