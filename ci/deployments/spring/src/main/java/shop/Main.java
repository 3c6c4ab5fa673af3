package shop;

import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.v8.V8Sandbox;
import dev.codemode.typescript.TypeScriptScripts;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Serves the books on standard input and output. */
@SpringBootApplication
public class Main {
    /** Returns what checks scripts and runs them against the books; with the option {@code --v8}, on V8 and unchecked. */
    @Bean
    public CodeMode codeMode(BookService books, ApplicationArguments arguments) {
        boolean v8 = arguments.containsOption("v8");
        // A start costs seconds of computing: no spare worker, only the fast compiler, no archive for later starts.
        Sandbox sandbox = (v8 ? V8Sandbox.builder().unsafeKnownFaults() : GraalSandbox.builder())
                .maxWorkers(1)
                .jvmOptions(List.of("-XX:TieredStopAtLevel=1", "-Xshare:auto"))
                .build();
        CodeModeBuilder builder = CodeMode.builder()
                .source(AnnotatedServices.of(books))
                .sandbox(sandbox)
                .limits(Limits.builder().maxRunTime(Duration.ofSeconds(3)).build());
        if (v8) {
            return builder.build();
        }
        TypeScriptScripts scripts = TypeScriptScripts.create();
        CodeMode codeMode = builder.scripts(scripts).build();
        new Announcement(scripts).start();
        return codeMode;
    }

    /** Serves until standard input ends. */
    @Bean
    public CommandLineRunner server(CodeMode codeMode) {
        return args ->
                CodeModeMcp.server(codeMode).name("books").version("1").runStdio();
    }

    /** Starts the application. */
    public static void main(String[] args) {
        SpringApplication.run(Main.class, args).close();
    }
}
