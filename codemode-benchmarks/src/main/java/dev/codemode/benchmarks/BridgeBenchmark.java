package dev.codemode.benchmarks;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a call costs on its way: through a worker's pipe, in this process, and, as the yardstick, 64 bytes to another JVM
 * that sends them back. And how many of the smallest scripts eight clients get through.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class BridgeBenchmark {
    private static final int CALLS = 1_000;
    private static final List<String> OPERATIONS = List.of("shop.echo");
    private static final String SCRIPT =
            "for (let i = 0; i < " + CALLS + "; i++) await shop.echo({ value: i, text: 'x' }); return 1;";

    private @Nullable Sandbox workers;
    private @Nullable Sandbox inProcess;
    private @Nullable Process echo;

    /** Starts both sandboxes and the process that echoes. */
    @Setup
    public void start() throws IOException {
        workers = SandboxKind.WORKERS.create();
        inProcess = SandboxKind.IN_PROCESS.create();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        echo = new ProcessBuilder(
                        java,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Echo.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Stops them. */
    @TearDown
    public void stop() {
        Objects.requireNonNull(workers).close();
        Objects.requireNonNull(inProcess).close();
        Objects.requireNonNull(echo).destroy();
    }

    /** Sends 64 bytes and waits for them. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public byte[] pipeEcho() throws IOException {
        OutputStream out = Objects.requireNonNull(echo).getOutputStream();
        InputStream in = Objects.requireNonNull(echo).getInputStream();
        byte[] bytes = new byte[Echo.BYTES];
        for (int i = 0; i < CALLS; i++) {
            out.write(bytes);
            out.flush();
            bytes = in.readNBytes(Echo.BYTES);
        }
        return bytes;
    }

    /** Calls from a worker, one after another. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Execution workerCall() throws InterruptedException {
        return run(Objects.requireNonNull(workers), SCRIPT);
    }

    /** Calls from this process, one after another. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Execution inProcessCall() throws InterruptedException {
        return run(Objects.requireNonNull(inProcess), SCRIPT);
    }

    /** Runs the smallest script for eight clients at once. */
    @Benchmark
    @Threads(8)
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Execution eightClients() throws InterruptedException {
        return run(Objects.requireNonNull(workers), "return 1 + 1;");
    }

    private static Execution run(Sandbox sandbox, String script) throws InterruptedException {
        Execution execution = sandbox.execute(new SandboxRequest(
                script,
                OPERATIONS,
                Limits.defaults(),
                call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("{\"value\":1}")),
                "benchmark",
                Instant.EPOCH,
                0));
        if (!(execution instanceof Execution.Completed)) {
            throw new IllegalStateException(execution.toString());
        }
        return execution;
    }
}
