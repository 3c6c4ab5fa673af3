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

    /** What the engine holds before any script. */
    private static final long BASE_MEMORY_BYTES = 64L << 20;

    /** What {@code -XX:+ExitOnOutOfMemoryError} ends a JVM with. */
    private static final int OUT_OF_MEMORY = 3;

    /** One class of each jar that the engine is made of; its xz is for native images alone. */
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

    /** Where those classes and their resources are in a jar that holds more than them. */
    private static final List<String> PACKAGES = List.of(
            "org/graalvm/",
            "com/oracle/truffle/",
            "com/oracle/js/",
            "com/oracle/svm/",
            "META-INF/graalvm/",
            "META-INF/resources/engine/",
            "META-INF/upgrade/");

    private GraalSandbox() {}

    /**
     * Returns a sandbox that runs scripts in worker processes, with the defaults of {@link #builder}. The first starts in
     * the background.
     *
     * @throws IllegalStateException if this Java installation has no {@code java} command, with what can be done
     */
    public static Sandbox create() {
        return builder().build();
    }

    /** Starts a sandbox that runs scripts in worker processes. */
    public static WorkerSandbox.Builder builder() {
        return WorkerSandbox.builder(program("GraalJS", GraalWorker.class, List.of(), List.of(), 0));
    }

    /**
     * Describes worker processes of another kind that run on GraalJS.
     *
     * @param name what they are, in messages
     * @param mainClass the class whose {@code main} is the worker
     * @param classes the name of a class of each jar that they need beside the engine's
     * @param packages how the names of the entries begin that they need beside the engine's where one jar holds several
     *     libraries
     * @param memoryBytes the heap that they need beside the engine's
     */
    public static WorkerProgram program(
            String name, Class<?> mainClass, List<String> classes, List<String> packages, long memoryBytes) {
        return new WorkerProgram(
                name,
                mainClass,
                concat(CLASSES, classes),
                concat(PACKAGES, packages),
                jvmOptions(),
                BASE_MEMORY_BYTES + memoryBytes,
                Set.of(OUT_OF_MEMORY));
    }

    private static List<String> concat(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The engine can do without what these JVMs warn of, and nobody could act on the warning. */
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
     * Returns a sandbox that runs scripts inside this process. For trusted code: it keeps faulty scripts in check, but is
     * not a boundary against hostile ones.
     *
     * <ul>
     *   <li>A script shares the host's heap. {@code maxMemoryBytes} is an approximation, made of what the script's thread
     *       has allocated and how the heap grows meanwhile, and another thread may meet the {@link OutOfMemoryError}.
     *   <li>Some built-ins of the language never look whether they are to stop, such as a search through a huge sparse
     *       array. The caller has its answer in time all the same, but the script's thread goes on; with eight such
     *       threads, the sandbox answers that it is busy.
     * </ul>
     *
     * <p>Each execution has a fresh realm, and each trust domain an engine of its own. Building the first engine takes
     * about a second, and starts here, in the background. {@link Sandbox#close} waits up to two seconds for what runs.
     */
    public static Sandbox unsafeInProcess() {
        return new InProcessSandbox(MAX_LEAKED_THREADS);
    }
}
