package shop;

import dev.codemode.CodeMode;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.worker.WorkerSandbox;
import java.nio.file.Path;
import java.time.Duration;

/** Serves the books on standard input and output. */
public final class Main {
    private Main() {}

    /** Starts workers with the launcher that the first argument names, if there is one. */
    public static void main(String[] args) {
        WorkerSandbox.Builder sandbox = GraalSandbox.builder();
        if (args.length > 0) {
            sandbox.javaLauncher(Path.of(args[0]));
        }
        try (CodeMode codeMode = CodeMode.builder()
                .source(AnnotatedServices.of(new BookService()))
                .sandbox(sandbox.build())
                .limits(Limits.builder().maxRunTime(Duration.ofSeconds(3)).build())
                .build()) {
            CodeModeMcp.server(codeMode).name("books").version("1").runStdio();
        }
    }
}
