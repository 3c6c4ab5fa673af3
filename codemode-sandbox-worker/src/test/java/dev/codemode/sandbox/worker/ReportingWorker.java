package dev.codemode.sandbox.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A program that writes what it sees, a line each, and then waits for its standard input to end. */
public final class ReportingWorker {
    private ReportingWorker() {}

    public static void main(String[] arguments) throws IOException {
        if (WorkerStart.of(arguments).training()) {
            return;
        }
        Map<String, String> report = new TreeMap<>(Map.of(
                "arguments", List.of(arguments).toString(),
                "directory", Path.of("").toAbsolutePath().toString(),
                "environment", new TreeMap<>(System.getenv()).toString(),
                "home", System.getProperty("user.home"),
                "jars", System.getProperty("java.class.path"),
                "temporary", System.getProperty("java.io.tmpdir"),
                "user", System.getProperty("user.name")));
        report.forEach((name, value) -> System.out.println(name + "=" + value));
        System.out.println("ready");
        System.in.transferTo(System.out);
    }

    /** Returns this program, with nothing but its own jars. */
    public static JavaProgram program() {
        return WorkerProgram.builder("Reporting", ReportingWorker.class)
                .baseMemoryBytes(32 << 20)
                .memoryExitCodes(Set.of(3))
                .build();
    }
}
