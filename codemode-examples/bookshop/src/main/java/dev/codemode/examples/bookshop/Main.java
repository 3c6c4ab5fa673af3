package dev.codemode.examples.bookshop;

import dev.codemode.examples.bookshop.demo.Demo;
import dev.codemode.mcp.McpHttpServer;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The command line: serves the bookshop on stdio or HTTP, or demonstrates it. */
public final class Main {
    private static final int DEFAULT_PORT = 8080;
    private static final String USAGE = """
            Usage: java -jar bookshop.jar COMMAND
              stdio            serve one MCP client on standard input and output
              http [--port N]  serve MCP clients on http://127.0.0.1:N/mcp; default %d, 0 takes a free port
              demo             start the server, drive it with an MCP client and show what a model sees
            """.formatted(DEFAULT_PORT);

    private Main() {}

    /** Runs the command, then exits: 0 on success, 1 when it failed, 2 when the arguments are wrong. */
    public static void main(String[] arguments) {
        // On JDK 17 GraalJS warns about a native library that it does not need; this keeps standard error clean.
        System.setProperty("polyglotimpl.AttachLibraryFailureAction", "ignore");
        // Pool threads would keep a process alive whose main thread has failed.
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            System.exit(1);
        });
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.equals(List.of("stdio"))) {
            return stdio();
        }
        if (arguments.equals(List.of("demo"))) {
            return Demo.run(System.out) ? 0 : 1;
        }
        Optional<Integer> port = httpPort(arguments);
        if (port.isPresent()) {
            return http(port.get());
        }
        System.err.print(USAGE);
        return 2;
    }

    private static Optional<Integer> httpPort(List<String> arguments) {
        if (arguments.equals(List.of("http"))) {
            return Optional.of(DEFAULT_PORT);
        }
        boolean named = arguments.size() == 3 && arguments.subList(0, 2).equals(List.of("http", "--port"));
        return named && arguments.get(2).matches("\\d{1,5}")
                ? Optional.of(Integer.valueOf(arguments.get(2))).filter(port -> port <= 65_535)
                : Optional.empty();
    }

    private static int stdio() {
        try (Bookshop bookshop = Bookshop.open()) {
            bookshop.server().runStdio();
            return 0;
        }
    }

    private static int http(int port) {
        try (Bookshop bookshop = Bookshop.open();
                McpHttpServer server = bookshop.server().startHttp("127.0.0.1", port)) {
            System.err.println("Serving MCP at " + server.url() + " until interrupted.");
            new CountDownLatch(1).await();
            return 0;
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
