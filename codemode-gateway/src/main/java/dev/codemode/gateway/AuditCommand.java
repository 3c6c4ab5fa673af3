package dev.codemode.gateway;

import dev.codemode.audit.AnnotatedClasses;
import dev.codemode.audit.AuditReport;
import dev.codemode.audit.ContextAudit;
import dev.codemode.audit.ToolServer;
import dev.codemode.audit.scenario.Scenario;
import dev.codemode.audit.scenario.ScenarioReport;
import dev.codemode.catalog.CodeModeException;
import dev.codemode.gateway.config.GatewayConfiguration;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The command {@code audit}: counts what operations cost in a model's context, and fails above a budget. */
final class AuditCommand {
    static final String USAGE =
            """
            Usage: java -jar gateway.jar audit SOURCE... [OPTION...]
              --openapi NAME=FILE         an OpenAPI document, which may be packed (.gz)
              --classes NAME=PATH[%sPATH]  annotated classes in the first directory or jar; the others are what they need
              --server NAME=COMMAND       the tools of an MCP server that is started with this command
              --server NAME=URL           the tools of an MCP server behind this URL
              --config FILE               the documents of a gateway's configuration
              --max-tokens N              fail if the two tools take more tokens; default %d
              --max-tool-tokens N         fail if a tool for each operation takes more tokens
              --window N                  the context window to compare with; default %d
              --format text|json|html     default text
              --out FILE                  write the report here, and the verdict to standard output
                   java -jar gateway.jar audit scenario [--format text|json] [--out FILE]
              creates events in a calendar by tools and by a script, and counts the tokens of whole conversations
            Exits with 0 within the budgets, 1 above them, 2 if something cannot be audited.
            """.formatted(File.pathSeparator, ContextAudit.DEFAULT_MAX_TOKENS, ContextAudit.DEFAULT_WINDOW);

    private static final int WRONG_USE = 2;
    /** The audit reads operations but calls none, so a document without servers is fine. */
    private static final String NO_SERVER = "https://audit.invalid";

    private final ContextAudit.Builder audit = ContextAudit.builder();
    private final Map<String, String> environment;
    private final PrintStream out;
    private String format = "text";
    private Optional<Path> file = Optional.empty();
    private int sources;

    private AuditCommand(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Runs the command with the arguments after its name, and returns the exit status. */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out) {
        AuditCommand command = new AuditCommand(environment, out);
        try {
            if (!arguments.isEmpty() && arguments.get(0).equals("scenario")) {
                command.read(arguments.subList(1, arguments.size()));
                command.scenario();
                return 0;
            }
            command.read(arguments);
            if (command.sources == 0) {
                System.err.print(USAGE);
                return WRONG_USE;
            }
            AuditReport report = command.audit.run();
            command.print(report);
            return report.withinBudget() ? 0 : 1;
        } catch (CodeModeException | IllegalArgumentException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return WRONG_USE;
        }
    }

    private void read(List<String> arguments) {
        List<String> rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            String option = rest.remove(0);
            if (rest.isEmpty()) {
                throw new IllegalArgumentException("audit: '" + option + "' is not an option with a value.\n" + USAGE);
            }
            read(option, rest.remove(0));
        }
    }

    private void read(String option, String value) {
        switch (option) {
            case "--openapi" -> openApi(Named.of(option, value));
            case "--classes" -> classes(Named.of(option, value));
            case "--server" -> server(Named.of(option, value));
            case "--config" -> configuration(Path.of(value));
            case "--max-tokens" -> audit.maxTokens(number(option, value));
            case "--max-tool-tokens" -> audit.maxToolTokens(number(option, value));
            case "--window" -> audit.window(number(option, value));
            case "--format" -> format = oneOf(option, value, List.of("text", "json", "html"));
            case "--out" -> file = Optional.of(Path.of(value));
            default -> throw new IllegalArgumentException("audit: there is no option '" + option + "'.\n" + USAGE);
        }
    }

    private void openApi(Named source) {
        sources++;
        Path document = Path.of(source.value());
        if (!Files.isRegularFile(document)) {
            throw new IllegalArgumentException("audit: there is no file " + document + ".");
        }
        OpenApiSourceBuilder builder = document.toString().endsWith(".gz")
                ? OpenApiSource.builder(source.name(), unpacked(document))
                : OpenApiSource.builder(source.name(), document);
        audit.source(source.name(), builder.baseUrl(NO_SERVER).build());
    }

    private static String unpacked(Path document) {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(document))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + document + ": " + e.getMessage(), e);
        }
    }

    private void classes(Named source) {
        sources++;
        List<Path> code = Stream.of(source.value().split(Pattern.quote(File.pathSeparator)))
                .map(Path::of)
                .toList();
        Class<?>[] classes =
                AnnotatedClasses.in(code.get(0), code.subList(1, code.size())).toArray(Class<?>[]::new);
        audit.source(source.name(), AnnotatedServices.describing(classes));
    }

    private void server(Named source) {
        sources++;
        boolean url = source.value().startsWith("http://") || source.value().startsWith("https://");
        audit.tools(
                source.name(),
                url
                        ? ToolServer.url(URI.create(source.value()))
                        : ToolServer.command(List.of(source.value().trim().split("\\s+"))));
    }

    private void configuration(Path path) {
        for (OpenApiSource source : Gateway.sources(GatewayConfiguration.read(path, environment))) {
            sources++;
            audit.source(source.load().services().get(0).name(), source);
        }
    }

    private void scenario() {
        if (sources > 0 || format.equals("html")) {
            throw new IllegalArgumentException(
                    "audit scenario takes --format text or json, --out, and no sources.\n" + USAGE);
        }
        try (Sandbox sandbox = GraalSandbox.create()) {
            ScenarioReport report = Scenario.play(sandbox);
            print(format.equals("json") ? report.toJson() : report.toText());
        }
    }

    private void print(AuditReport report) {
        print(
                switch (format) {
                    case "json" -> report.toJson();
                    case "html" -> report.toHtml();
                    default -> report.toText();
                });
        if (file.isPresent()) {
            report.verdict().forEach(out::println);
        }
    }

    private void print(String text) {
        if (file.isEmpty()) {
            out.print(text);
            return;
        }
        try {
            Files.writeString(file.get(), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file.get() + ": " + e.getMessage(), e);
        }
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(
                    "audit: " + option + " takes a number from 1 to 999999999, not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    private static String oneOf(String option, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            throw new IllegalArgumentException(
                    "audit: " + option + " is one of " + String.join(", ", allowed) + ", not '" + value + "'.");
        }
        return value;
    }

    /** {@code NAME=VALUE} on the command line. */
    private record Named(String name, String value) {
        static Named of(String option, String text) {
            int equals = text.indexOf('=');
            if (equals < 1 || equals == text.length() - 1) {
                throw new IllegalArgumentException("audit: " + option + " takes NAME=VALUE, not '" + text + "'.");
            }
            return new Named(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
