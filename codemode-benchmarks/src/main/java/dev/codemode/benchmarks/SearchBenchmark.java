package dev.codemode.benchmarks;

import dev.codemode.CodeMode;
import dev.codemode.SearchAnswer;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A warm search through the facade, including signatures and types. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 3, time = 3)
@Fork(1)
public class SearchBenchmark {
    private final CodeMode codeMode = CodeMode.builder()
            .source(AnnotatedServices.of(new Shop()))
            .sandbox(GraalSandbox.unsafeInProcess())
            .build();

    /** Stops the sandbox. */
    @TearDown
    public void stop() {
        codeMode.close();
    }

    /** Searches with words. */
    @Benchmark
    public SearchAnswer search() {
        return codeMode.search(SearchQuery.of("list the orders"), Caller.anonymous());
    }
}
