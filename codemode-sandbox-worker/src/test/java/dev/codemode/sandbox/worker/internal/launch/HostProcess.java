package dev.codemode.sandbox.worker.internal.launch;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a main class of these tests in a JVM of its own. */
final class HostProcess {
    private HostProcess() {}

    static Process start(Map<String, String> properties, Class<?> main, String... arguments) throws IOException {
        return start(System.getProperty("java.class.path"), properties, main, arguments);
    }

    static Process start(String classPath, Map<String, String> properties, Class<?> main, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
