package dev.codemode.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts a stdio server repeatedly, and reports how long a client waits and how much memory the server takes. */
final class Startup {
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},\
            "clientInfo":{"name":"startup","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            """;
    private static final String EXECUTE = """
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"execute","arguments":{"code":"return 1 + 1"}}}
            """;

    private Startup() {}

    /** One start. */
    private record Run(double listMillis, double executeMillis, double residentMib) {}

    static void main(String[] args) throws IOException {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            runs.add(run(args[0]));
        }
        System.out.printf("runs                      %d on Java %s%n", count, Runtime.version());
        report(
                "start to tools/list, ms",
                runs.stream().mapToDouble(Run::listMillis).toArray());
        report(
                "start to execute, ms",
                runs.stream().mapToDouble(Run::executeMillis).toArray());
        report(
                "resident after it, MiB",
                runs.stream().mapToDouble(Run::residentMib).toArray());
    }

    private static void report(String name, double[] values) {
        Arrays.sort(values);
        System.out.printf(
                "%-25s median %.0f, least %.0f, most %.0f%n",
                name, values[values.length / 2], values[0], values[values.length - 1]);
    }

    private static Run run(String jar) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(java, "-jar", jar, "stdio")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader();
                Writer in = process.outputWriter()) {
            in.write(INITIALIZE);
            in.flush();
            await(out, "\"id\":2");
            double list = (System.nanoTime() - start) / 1e6;
            in.write(EXECUTE);
            in.flush();
            await(out, "\"id\":3");
            return new Run(list, (System.nanoTime() - start) / 1e6, resident(process.pid()));
        } finally {
            process.destroy();
        }
    }

    private static void await(BufferedReader out, String marker) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains(marker)) {
                return;
            }
        }
        throw new IOException("The server ended before it answered.");
    }

    private static double resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return Double.NaN;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        return Double.NaN;
    }
}
