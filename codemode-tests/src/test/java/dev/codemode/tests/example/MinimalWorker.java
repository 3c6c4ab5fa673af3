package dev.codemode.tests.example;

import dev.codemode.sandbox.worker.Worker;
import dev.codemode.sandbox.worker.WorkerProgram;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The engine in worker processes: its main class, and its description for the host. */
final class MinimalWorker {
    private MinimalWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Worker.run(arguments, () -> limits -> new MinimalRealm());
    }

    static WorkerSandbox sandbox() {
        List<String> oneClassOfEachJar = List.of(
                "org.graalvm.polyglot.Engine",
                "org.graalvm.collections.EconomicMap",
                "org.graalvm.nativeimage.ImageInfo",
                "org.graalvm.word.WordBase",
                "org.graalvm.shadowed.com.ibm.icu.util.ULocale",
                "org.graalvm.shadowed.org.tukaani.xz.XZ",
                "com.oracle.truffle.api.Truffle",
                "com.oracle.truffle.js.lang.JavaScriptLanguage",
                "com.oracle.truffle.regex.RegexLanguage");
        List<String> entriesInAShadedJar = List.of("org/graalvm/", "com/oracle/", "META-INF/graalvm/");
        List<String> jvmOptions = List.of("-Xss64m");
        long engineBytes = 64L << 20;
        return WorkerSandbox.builder(WorkerProgram.builder("a minimal engine", MinimalWorker.class)
                        .classes(oneClassOfEachJar)
                        .packages(entriesInAShadedJar)
                        .jvmOptions(jvmOptions)
                        .baseMemoryBytes(engineBytes)
                        .memoryExitCodes(Set.of(3))
                        .build())
                .maxWorkers(2)
                .build();
    }
}
