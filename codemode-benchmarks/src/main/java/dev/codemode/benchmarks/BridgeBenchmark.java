package dev.codemode.benchmarks;

import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.sandbox.Script;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures what a call costs from a script to the host and back, in each sandbox, and, as a yardstick, 64 bytes to
 * another JVM that sends them back; also how many of the smallest scripts eight clients complete.
 */
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

    /** A running sandbox. */
    @State(Scope.Benchmark)
    public static class Sandboxed {
        /** The kind of sandbox. */
        @Param({"in-process", "workers", "v8", "deno"})
        public String sandbox = "";

        private @Nullable Sandbox running;

        /** Starts it. */
        @Setup
        public void start() {
            running = SandboxKind.named(sandbox).orElseThrow().create();
        }

        /** Stops it. */
        @TearDown
        public void stop() {
            Objects.requireNonNull(running).close();
        }

        Execution run(String script) throws InterruptedException {
            Execution execution = Objects.requireNonNull(running)
                    .execute(new SandboxRequest(
                            new Script(script, OPERATIONS, Limits.defaults(), Instant.EPOCH, 0),
                            call -> CompletableFuture.completedFuture(new HostReply.Fulfilled("{\"value\":1}")),
                            "benchmark"));
            if (!(execution instanceof Execution.Completed)) {
                throw new IllegalStateException(execution.toString());
            }
            return execution;
        }
    }

    /** An echoing process. */
    @State(Scope.Benchmark)
    public static class Piped {
        private @Nullable Process echo;

        /** Starts it. */
        @Setup
        public void start() throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
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

        /** Stops it. */
        @TearDown
        public void stop() {
            Objects.requireNonNull(echo).destroy();
        }

        byte[] echo(byte[] bytes) throws IOException {
            OutputStream out = Objects.requireNonNull(echo).getOutputStream();
            out.write(bytes);
            out.flush();
            InputStream in = Objects.requireNonNull(echo).getInputStream();
            return in.readNBytes(Echo.BYTES);
        }
    }

    /** Sends 64 bytes and waits for them. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public byte[] pipeEcho(Piped pipe) throws IOException {
        byte[] bytes = new byte[Echo.BYTES];
        for (int i = 0; i < CALLS; i++) {
            bytes = pipe.echo(bytes);
        }
        return bytes;
    }

    /** Makes calls, one after another. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Execution call(Sandboxed sandboxed) throws InterruptedException {
        return sandboxed.run(SCRIPT);
    }

    /** Makes calls, a hundred at once. */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public Execution parallelCall(Sandboxed sandboxed) throws InterruptedException {
        return sandboxed.run(
                "for (let i = 0; i < " + CALLS / 100 + "; i++)"
                        + " await Promise.all(Array.from({ length: 100 }, (_, n) => shop.echo({ value: n, text: 'x' }))); return 1;");
    }

    /** Runs the smallest script for eight clients at once. */
    @Benchmark
    @Threads(8)
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    public Execution eightClients(Sandboxed sandboxed) throws InterruptedException {
        return sandboxed.run("return 1 + 1;");
    }
}
