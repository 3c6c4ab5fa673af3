package dev.codemode.benchmarks;

import dev.codemode.benchmarks.hostile.HostileCommand;
import java.util.Arrays;
import java.util.List;

/** The module's commands. */
public final class Main {
    private static final String USAGE = """
            usage: benchmarks.jar COMMAND
              jmh [OPTIONS] [PATTERN]     micro-benchmarks (ExecuteBenchmark, ParallelCallsBenchmark, SearchBenchmark)
              startup JAR [RUNS]          time from process start to the first tools/list of `java -jar JAR stdio`,
                                          to the first execute, and the process's resident memory
            """ + HostileCommand.usage();

    private Main() {}

    /** Runs a command. */
    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
        if (command.equals("jmh")) {
            org.openjdk.jmh.Main.main(rest);
        } else if (command.equals("startup") && rest.length > 0) {
            Startup.main(rest);
        } else if (command.equals("hostile")) {
            System.exit(HostileCommand.run(List.of(rest), System.out, System.err));
        } else {
            System.err.print(USAGE);
            System.exit(2);
        }
    }
}
