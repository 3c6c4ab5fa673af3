package dev.codemode.benchmarks;

import dev.codemode.benchmarks.callers.CallersCommand;
import dev.codemode.benchmarks.callers.LoadCommand;
import dev.codemode.benchmarks.fuzz.FuzzDocumentsCommand;
import dev.codemode.benchmarks.fuzz.FuzzMcpCommand;
import dev.codemode.benchmarks.hostile.HostileCommand;
import dev.codemode.benchmarks.openapi.OpenApiCommand;
import dev.codemode.benchmarks.scripts.ScriptsCommand;
import dev.codemode.benchmarks.search.SearchCommand;
import dev.codemode.benchmarks.search.SearchCostCommand;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** The module's commands. */
public final class Main {
    private static final String USAGE = """
            usage: benchmarks.jar COMMAND
              jmh [OPTIONS] [PATTERN]     micro-benchmarks (ExecuteBenchmark, BridgeBenchmark, ParallelCallsBenchmark,
                                          SearchBenchmark)
              startup JAR [RUNS]          time from process start to the first tools/list of `java -jar JAR stdio`,
                                          to the first execute, and the process's resident memory
              workers [SANDBOX]           time from the order of a worker process to its first answer, and its memory
              soak SECONDS [CLIENTS] [SANDBOX]
                                          clients (16) that run scripts, every tenth hostile, and what is left of them
              leaks [SANDBOX]             200 hostile scripts in a row, then 1,000 others, and what is left of them
            """ + CallersCommand.usage() + LoadCommand.usage()
            + OpenApiCommand.usage()
            + FuzzDocumentsCommand.usage() + FuzzMcpCommand.usage()
            + SearchCommand.usage() + SearchCostCommand.usage()
            + ScriptsCommand.usage() + HostileCommand.usage();

    private Main() {}

    /** Runs a command. */
    public static void main(String[] args) throws Exception {
        // Pool threads would keep a process alive whose main thread has failed.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        String command = args.length == 0 ? "" : args[0];
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        if (command.equals("jmh")) {
            org.openjdk.jmh.Main.main(rest);
        } else if (command.equals("startup") && rest.length > 0) {
            Startup.main(rest);
        } else if (command.equals("workers")) {
            WorkerStart.run(kind(rest, 0), System.out);
        } else if (command.equals("soak") && rest.length > 0) {
            int clients = rest.length > 1 ? Integer.parseInt(rest[1]) : 16;
            boolean clean = Soak.run(kind(rest, 2), Duration.ofSeconds(Long.parseLong(rest[0])), clients, System.out);
            System.exit(clean ? 0 : 1);
        } else if (command.equals("leaks")) {
            System.exit(Soak.leaks(kind(rest, 0), System.out) ? 0 : 1);
        } else if (command.equals("callers")) {
            System.exit(CallersCommand.run(List.of(rest), System.out));
        } else if (command.equals("load")) {
            System.exit(LoadCommand.run(List.of(rest), System.out));
        } else if (command.equals("openapi") && rest.length > 0) {
            System.exit(OpenApiCommand.run(List.of(rest), System.out));
        } else if (command.equals("fuzz-documents") && rest.length > 0) {
            System.exit(FuzzDocumentsCommand.run(List.of(rest), System.out));
        } else if (command.equals("fuzz-mcp")) {
            System.exit(FuzzMcpCommand.run(List.of(rest), System.out));
        } else if (command.equals("search") && rest.length > 0) {
            System.exit(SearchCommand.run(List.of(rest), System.out));
        } else if (command.equals("search-cost") && rest.length > 0) {
            System.exit(SearchCostCommand.run(List.of(rest), System.out));
        } else if (command.equals("scripts") && rest.length > 0) {
            System.exit(ScriptsCommand.run(List.of(rest), System.out));
        } else if (command.equals("hostile")) {
            System.exit(HostileCommand.run(List.of(rest), System.out, System.err));
        } else {
            System.err.print(USAGE);
            System.exit(2);
        }
    }

    private static SandboxKind kind(String[] arguments, int index) {
        return arguments.length > index ? SandboxKind.named(arguments[index]).orElseThrow() : SandboxKind.DEFAULT;
    }
}
