package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.worker.ReportingWorker;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Reads what a {@link ReportingWorker} writes. */
final class WorkerReport {
    private WorkerReport() {}

    /** Starts a worker, and returns what it says when it has ended; its directory is deleted then. */
    static Map<String, String> of(Launcher launcher) throws IOException, InterruptedException {
        try (StartedProcess worker = launcher.start(64 << 20)) {
            Map<String, String> report = read(worker.process());
            worker.process().waitFor();
            return report;
        }
    }

    /** Reads the report of a worker, and ends it. */
    static Map<String, String> read(Process process) throws IOException {
        Map<String, String> report = new TreeMap<>();
        try (BufferedReader reader = process.inputReader()) {
            String line = reader.readLine();
            while (line != null && !line.equals("ready")) {
                int sign = line.indexOf('=');
                report.put(line.substring(0, sign), line.substring(sign + 1));
                line = reader.readLine();
            }
            if (line == null) {
                throw new IOException(new String(process.getErrorStream().readAllBytes()));
            }
            process.getOutputStream().close();
        }
        return report;
    }
}
