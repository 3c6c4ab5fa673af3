package dev.codemode.benchmarks;

import dev.codemode.CodeMode;
import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.reflect.AnnotatedServices;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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

/** Warm executions through the facade: nothing, ten calls one after another, and 5,000 rows filtered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(1)
public class ExecuteBenchmark {
    /** The kind of sandbox. */
    @Param({"in-process", "workers", "v8", "deno"})
    public String sandbox = "";

    private @Nullable CodeMode codeMode;

    /** Starts the sandbox, and checks that the scripts do what is measured. */
    @Setup
    public void start() {
        codeMode = CodeMode.builder()
                .source(AnnotatedServices.of(new Shop()))
                .sandbox(SandboxKind.named(sandbox).orElseThrow().create())
                .build();
        require("55", tenCalls());
        require("[{\"id\":\"o4990\",\"customer\":\"c43\",\"total\":6237.5,\"paid\":true}]", fiveThousandRows());
    }

    private static void require(String expected, ExecuteAnswer answer) {
        if (!answer.text().equals(expected)) {
            throw new IllegalStateException(answer.text());
        }
    }

    /** Stops the sandbox. */
    @TearDown
    public void stop() {
        started().close();
    }

    /** Runs the smallest script. */
    @Benchmark
    public ExecuteAnswer trivial() {
        return started().execute("return 1 + 1;", Caller.anonymous());
    }

    /** Makes ten calls, one after another. */
    @Benchmark
    public ExecuteAnswer tenCalls() {
        return started()
                .execute(
                        "let sum = 0; for (let i = 1; i <= 10; i++) sum += await shop.echo({ value: i }); return sum;",
                        Caller.anonymous());
    }

    /** Takes 5,000 rows from one call and keeps one. */
    @Benchmark
    public ExecuteAnswer fiveThousandRows() {
        return started()
                .execute(
                        "return (await shop.list({ count: 5000 })).filter(o => o.id === 'o4990');", Caller.anonymous());
    }

    private CodeMode started() {
        return Objects.requireNonNull(codeMode);
    }
}
