package shop;

import dev.codemode.CodeMode;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Limits;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.v8.V8Sandbox;
import java.time.Duration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Serves the books on standard input and output. */
@SpringBootApplication
public class Main {
    /** Returns what runs scripts against the books, on V8 with the option {@code --v8}; Spring closes it. */
    @Bean
    public CodeMode codeMode(BookService books, ApplicationArguments arguments) {
        return CodeMode.builder()
                .source(AnnotatedServices.of(books))
                .sandbox(arguments.containsOption("v8") ? V8Sandbox.create() : GraalSandbox.create())
                .limits(Limits.builder().maxRunTime(Duration.ofSeconds(3)).build())
                .build();
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
