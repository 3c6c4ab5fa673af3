package dev.codemode.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The request of the command line.
 *
 * @param command what to do
 * @param configuration the configuration's file
 * @param port the port to listen on
 * @param host the address to listen on, if it differs from the configuration's
 * @param verbose whether everything is reported
 */
record GatewayCommand(Command command, Path configuration, int port, Optional<String> host, boolean verbose) {
    private static final int DEFAULT_PORT = 8080;

    static final String USAGE = """
            Usage: java -jar gateway.jar --config FILE COMMAND
              stdio                       serve one MCP client on standard input and output
              http [--port N] [--host H]  serve MCP clients on http://H:N/mcp; default 127.0.0.1 and %d, 0 takes a free port
              check [--verbose]           read configuration and documents and say what is wrong
            """.formatted(DEFAULT_PORT);

    /** What to do. */
    enum Command {
        STDIO,
        HTTP,
        CHECK
    }

    /** Returns the request of the arguments, or nothing if they are wrong. */
    static Optional<GatewayCommand> parse(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        Optional<String> configuration = option(rest, "--config");
        Optional<String> port = option(rest, "--port");
        Optional<String> host = option(rest, "--host");
        boolean verbose = rest.remove("--verbose");
        boolean numeric = port.map(text -> text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535)
                .orElse(true);
        if (configuration.isEmpty() || rest.size() != 1 || !numeric) {
            return Optional.empty();
        }
        Optional<Command> command = switch (rest.get(0)) {
            case "stdio" -> Optional.of(Command.STDIO);
            case "http" -> Optional.of(Command.HTTP);
            case "check" -> Optional.of(Command.CHECK);
            default -> Optional.empty();
        };
        boolean misplaced = (port.isPresent() || host.isPresent()) && !command.equals(Optional.of(Command.HTTP));
        return misplaced
                ? Optional.empty()
                : command.map(known -> new GatewayCommand(
                        known,
                        Path.of(configuration.get()),
                        port.map(Integer::valueOf).orElse(DEFAULT_PORT),
                        host,
                        verbose));
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 >= arguments.size()) {
            return Optional.empty();
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }
}
