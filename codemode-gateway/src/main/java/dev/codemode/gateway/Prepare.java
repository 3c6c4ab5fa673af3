package dev.codemode.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.codemode.ExecuteAnswer;
import dev.codemode.catalog.Caller;
import dev.codemode.gateway.config.GatewayConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a sample to itself, so that a JVM that archives what it has loaded finds what a gateway needs. */
final class Prepare {
    private static final String DOCUMENT = "library.yaml";
    /** Nobody listens there: a call fails after everything of a call has been loaded. */
    private static final String CONFIGURATION = """
            openapi:
              - { name: library, document: library.yaml, baseUrl: "http://127.0.0.1:1" }
            """;

    private static final String SCRIPT =
            "const n: number = 1; try { await library.books.list({}); } catch { } return { n, at: [1, 'a'] };";
    private static final String REQUESTS = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"prepare","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":2,"method":"tools/list"}
            {"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search","arguments":{"query":"list books"}}}
            {"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"execute","arguments":{"code":"return 1 + 1"}}}
            """;

    private Prepare() {}

    /** Returns 0, or 1 if the sample's script did not run. */
    static int run(PrintStream errors) throws IOException {
        Path directory = Files.createTempDirectory("gateway");
        try (InputStream document = Prepare.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException("The gateway's jar lacks " + DOCUMENT + ".");
            }
            Files.copy(document, directory.resolve(DOCUMENT));
            Path configuration = Files.writeString(directory.resolve("gateway.yaml"), CONFIGURATION);
            return serve(GatewayConfiguration.read(configuration, Map.of()), errors);
        } finally {
            Files.deleteIfExists(directory.resolve(DOCUMENT));
            Files.deleteIfExists(directory.resolve("gateway.yaml"));
            Files.deleteIfExists(directory);
        }
    }

    private static int serve(GatewayConfiguration configuration, PrintStream errors) {
        InputStream in = System.in;
        PrintStream out = System.out;
        try (Gateway gateway = Gateway.open(configuration)) {
            ExecuteAnswer answer = gateway.codeMode().execute(SCRIPT, Caller.anonymous());
            if (answer.failed()) {
                errors.println(answer.text());
                return 1;
            }
            System.setIn(new ByteArrayInputStream(REQUESTS.getBytes(UTF_8)));
            System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
            gateway.server().runStdio();
            return 0;
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
    }
}
