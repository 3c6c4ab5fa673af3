package dev.codemode.gateway;

import dev.codemode.gateway.config.GatewayConfiguration;
import dev.codemode.gateway.config.InvalidConfigurationException;
import dev.codemode.mcp.McpHttpServer;
import dev.codemode.source.InvalidSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The command line: serves configured documents on stdio or HTTP, checks them, or audits what operations cost. */
public final class Main {
    private static final int WRONG_USE = 2;

    private Main() {}

    /** Runs the command, then exits: 0 on success, 1 when it failed, 2 when arguments or configuration are wrong. */
    public static void main(String[] arguments) {
        // On JDK 17 GraalJS warns about a native library that it does not need; this keeps standard error clean.
        System.setProperty("polyglotimpl.AttachLibraryFailureAction", "ignore");
        Locale.setDefault(Locale.ROOT);
        // Pool threads would keep a process alive whose main thread has failed.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        System.exit(run(List.of(arguments), System.getenv()));
    }

    static int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.equals(List.of("--help"))) {
            System.out.print(GatewayCommand.USAGE + AuditCommand.USAGE);
            return 0;
        }
        if (!arguments.isEmpty() && arguments.get(0).equals("audit")) {
            return AuditCommand.run(arguments.subList(1, arguments.size()), environment, System.out);
        }
        if (arguments.equals(List.of("prepare"))) {
            return prepare();
        }
        Optional<GatewayCommand> line = GatewayCommand.parse(arguments);
        if (line.isEmpty()) {
            System.err.print(GatewayCommand.USAGE + AuditCommand.USAGE);
            return WRONG_USE;
        }
        try {
            return run(line.get(), GatewayConfiguration.read(line.get().configuration(), environment));
        } catch (InvalidConfigurationException e) {
            System.err.println(e.getMessage());
            return WRONG_USE;
        } catch (InvalidSourceException | IllegalArgumentException | IllegalStateException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    /** What {@code bin/codemode-gateway} runs to make its archive. */
    private static int prepare() {
        try {
            return Prepare.run(System.err);
        } catch (IOException e) {
            System.err.println("The sample cannot be written to the temporary directory: " + e.getMessage());
            return 1;
        }
    }

    private static int run(GatewayCommand line, GatewayConfiguration configuration) {
        return switch (line.command()) {
            case CHECK -> check(configuration, line.verbose());
            case STDIO -> stdio(configuration);
            case HTTP -> http(configuration, line);
        };
    }

    private static int check(GatewayConfiguration configuration, boolean verbose) {
        return Report.print(configuration.sources(), verbose, System.out) ? 0 : 1;
    }

    private static int stdio(GatewayConfiguration configuration) {
        try (Gateway gateway = Gateway.open(configuration)) {
            gateway.server().runStdio();
            return 0;
        }
    }

    private static int http(GatewayConfiguration configuration, GatewayCommand line) {
        String host = line.host().orElse(configuration.http().host());
        try (Gateway gateway = Gateway.open(configuration);
                McpHttpServer server = gateway.server().startHttp(host, line.port())) {
            Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "shutdown"));
            System.err.println("Serving MCP at " + server.url() + " until interrupted.");
            if (!host.equals("localhost") && !host.startsWith("127.") && !host.equals("::1")) {
                System.err.println(
                        "Anyone who can reach this address uses the gateway's credentials: it does not check who is calling.");
            }
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
