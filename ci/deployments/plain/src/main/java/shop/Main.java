package shop;

import dev.codemode.CodeMode;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.worker.WorkerSandbox;
import dev.codemode.typescript.TypeScriptScripts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Serves the books on standard input and output. */
public final class Main {
    private Main() {}

    /** Starts workers with the launcher that the first argument names, if there is one. */
    public static void main(String[] args) {
        // A start costs seconds of computing: no spare worker, only the fast compiler, no archive for later starts.
        WorkerSandbox.Builder builder = GraalSandbox.builder()
                .maxWorkers(1)
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        if (args.length > 0) {
            builder.javaLauncher(Path.of(args[0]));
        }
        Sandbox sandbox = builder.build();
        TypeScriptScripts scripts = TypeScriptScripts.create();
        try (CodeMode codeMode = CodeMode.builder()
                .source(AnnotatedServices.of(new BookService()))
                .sandbox(sandbox)
                .scripts(scripts)
                .limits(Limits.builder().maxRunTime(Duration.ofSeconds(3)).build())
                .build()) {
            new Announcement(scripts).start();
            CodeModeMcp.server(codeMode).name("books").version("1").runStdio();
        }
    }
}
