package dev.codemode.benchmarks;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A hundred calls of 20 ms through {@code Promise.all}. The theoretical minimum is 20 ms for each batch of calls in
 * flight: 20 ms at the default of 128, 80 ms at 25.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class ParallelCallsBenchmark {
    /** How many calls may be in flight. */
    @Param({"128", "25"})
    public int maxConcurrentHostCalls = 128;

    private CodeMode codeMode = start(128);

    private static CodeMode start(int maxConcurrentHostCalls) {
        return CodeMode.builder()
                .source(AnnotatedServices.of(new Shop()))
                .sandbox(GraalSandbox.unsafeInProcess())
                .limits(Limits.builder()
                        .maxConcurrentHostCalls(maxConcurrentHostCalls)
                        .build())
                .build();
    }

    /** Sets the limit and checks the answer. */
    @Setup
    public void check() {
        codeMode.close();
        codeMode = start(maxConcurrentHostCalls);
        if (!hundredCalls().text().equals("5050")) {
            throw new IllegalStateException(hundredCalls().text());
        }
    }

    /** Stops the sandbox. */
    @TearDown
    public void stop() {
        codeMode.close();
    }

    /** Makes the calls. */
    @Benchmark
    public ExecuteAnswer hundredCalls() {
        return codeMode.execute("""
                const calls = Array.from({ length: 100 }, (_, i) => shop.slow({ value: i + 1, millis: 20 }));
                return (await Promise.all(calls)).reduce((a, b) => a + b, 0);
                """, Caller.anonymous());
    }
}
