package dev.codemode.sandbox.worker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

final class Launcher implements AutoCloseable {
    private final WorkerProgram program;
    private final LaunchOptions options;

    private Launcher(WorkerProgram program, LaunchOptions options) {
        this.program = program;
        this.options = options;
    }

    static Launcher of(WorkerProgram program, LaunchOptions options) {
        return new Launcher(program, options);
    }

    Launched start(long maxMemoryBytes) throws IOException {
        List<String> command = new ArrayList<>(options.commandPrefix());
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + (program.baseMemoryBytes() + maxMemoryBytes),
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(program.jvmOptions());
        command.addAll(options.jvmOptions());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                program.mainClass().getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        return new Launched(builder.start());
    }

    void train() {}

    @Override
    public void close() {}
}
