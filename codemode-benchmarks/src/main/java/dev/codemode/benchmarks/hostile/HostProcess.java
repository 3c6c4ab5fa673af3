package dev.codemode.benchmarks.hostile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A {@link HostileHost} in its own process, with a small heap and canaries. Confined to one thread at a time. */
final class HostProcess implements AutoCloseable {
    private static final String END = "";
    private static final Duration START_TIME = Duration.ofSeconds(120);
    private static final long END_SECONDS = 30;

    private final Process process;
    private final Writer in;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private HostProcess(Process process) {
        this.process = process;
        this.in = process.outputWriter(StandardCharsets.UTF_8);
        Thread reader = new Thread(this::read, "host-output");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a host and waits until it can accept scripts.
     *
     * @throws IOException if it does not start
     */
    static HostProcess start(HostileOptions options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Dhostile.canary=CANARY-PROP-7f3a",
                "-Dpolyglotimpl.AttachLibraryFailureAction=ignore",
                "-cp",
                System.getProperty("java.class.path"),
                HostileHost.class.getName(),
                options.sandbox().word()));
        options.scripts().ifPresent(directory -> command.add(directory.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HOSTILE_CANARY_ENV", "CANARY-ENV-7f3a");
        HostProcess host = new HostProcess(builder.start());
        String line = host.next(START_TIME);
        if (!line.equals(HostileHost.READY)) {
            host.kill();
            throw new IOException("The host did not start" + (line.isEmpty() ? "." : ": " + line));
        }
        return host;
    }

    private void read() {
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // The process is gone, as the end of its output shows.
        }
        lines.add(END);
    }

    private String next(Duration timeout) throws InterruptedException {
        String line = lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        return line == null ? "?" : line;
    }

    /** Makes the host run a script; if the host dies or does not answer in time, that is a failure of the script. */
    Verdict run(String file, Duration timeout) throws InterruptedException {
        try {
            in.write(file + "\n");
            in.flush();
        } catch (IOException e) {
            return Verdict.lost(file, "the host was dead before it ran");
        }
        String line = next(timeout);
        if (line.equals(END)) {
            return Verdict.lost(file, "the host died, exit code " + process.waitFor());
        }
        if (!line.startsWith("{")) {
            return Verdict.lost(
                    file,
                    line.equals("?")
                            ? String.format("the host gave no verdict within %,d s", timeout.toSeconds())
                            : "the host's standard output got '" + line + "'");
        }
        return Verdict.fromJson(line);
    }

    /** Ends the host and everything that it started, immediately. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Lets the host close its sandbox, and returns whether it left no process behind. */
    boolean end() throws InterruptedException {
        List<ProcessHandle> started = process.descendants().toList();
        try {
            in.close();
        } catch (IOException e) {
            // It has already ended.
        }
        boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
        boolean clean = ended && started.stream().noneMatch(ProcessHandle::isAlive);
        started.forEach(ProcessHandle::destroyForcibly);
        kill();
        return clean;
    }

    @Override
    public void close() {
        kill();
    }
}
