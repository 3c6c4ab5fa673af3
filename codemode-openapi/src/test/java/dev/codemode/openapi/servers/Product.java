package dev.codemode.openapi.servers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.CodeMode;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.openapi.LoopbackServer;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.sandbox.ConsoleOutput;
import dev.codemode.sandbox.Execution;
import dev.codemode.sandbox.HostCall;
import dev.codemode.sandbox.HostReply;
import dev.codemode.sandbox.SandboxRequest;
import dev.codemode.testkit.ScriptedSandbox;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product as a model meets it: a short document of ours that is written as the product writes its own, and a server on
 * loopback that answers as the product did. Calls go through the dispatcher, which checks their arguments.
 */
final class Product implements AutoCloseable {
    private final OpenApiSource source;
    private final List<HostReply> replies = new ArrayList<>();
    private final CodeMode codeMode;
    private List<String> argumentsOfCalls = List.of();
    private String operation = "";

    private Product(OpenApiSource source) {
        this.source = source;
        this.codeMode = CodeMode.builder()
                .source(source)
                .sandbox(ScriptedSandbox.answering(this::run))
                .build();
    }

    /**
     * Returns the product whose document is this resource, as the service {@code api}. Where the document says {@code
     * http://SERVER}, it names the server.
     */
    static Product of(String resource, LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        return new Product(source(resource, server, options));
    }

    private static OpenApiSource source(
            String resource, LoopbackServer server, UnaryOperator<OpenApiSourceBuilder> options) {
        String document = document(resource).replace("http://SERVER", server.url());
        return options.apply(OpenApiSource.builder("api", document).maxRetries(0))
                .build();
    }

    private static String document(String resource) {
        try (InputStream in = url(resource).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file of a resource, such as an overlay. */
    static Path file(String resource) {
        try {
            return Path.of(url(resource).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(String resource) {
        return Objects.requireNonNull(Product.class.getResource("/servers/" + resource), resource);
    }

    /** Returns what a check says of a document with these options, a line an issue. */
    static List<String> issues(String resource, UnaryOperator<OpenApiSourceBuilder> options) {
        try (LoopbackServer server = LoopbackServer.ok("1");
                OpenApiSource source = source(resource, server, options)) {
            return issues(source);
        }
    }

    /** Returns what a check says, a line an issue. */
    List<String> issues() {
        return issues(source);
    }

    private static List<String> issues(OpenApiSource source) {
        return source.load().issues().stream()
                .map(issue -> issue.location() + ": " + issue.message())
                .toList();
    }

    /** Returns the declaration of an operation, in one line without its documentation. */
    String declared(String operation) {
        Catalog catalog = Catalog.of(source.load().services());
        return TypeScriptDeclarations.of(catalog)
                .shortSignature(catalog.find("api." + operation).orElseThrow());
    }

    /** Returns the declaration of an operation with its documentation. */
    String signature(String operation) {
        Catalog catalog = Catalog.of(source.load().services());
        return TypeScriptDeclarations.of(catalog)
                .signature(catalog.find("api." + operation).orElseThrow());
    }

    /** Returns the declarations of the whole service. */
    String declarations() {
        return TypeScriptDeclarations.of(Catalog.of(source.load().services()))
                .service(source.load().services().get(0));
    }

    /** Returns the declaration of a type. */
    String type(String name) {
        Matcher matcher = Pattern.compile("(?s)\n  ((?:type|interface) " + name + "\\b.*?)\n\n")
                .matcher(declarations());
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1).replace("\n  ", "\n");
    }

    /** Makes a call that succeeds, and returns its result as JSON. */
    String call(String operation, String argumentsJson) {
        HostReply reply = reply(operation, argumentsJson);
        assertThat(reply).isInstanceOf(HostReply.Fulfilled.class);
        return ((HostReply.Fulfilled) reply).json();
    }

    /** Makes a call that fails, and returns what the script reads. */
    String failure(String operation, String argumentsJson) {
        HostReply reply = reply(operation, argumentsJson);
        assertThat(reply).isInstanceOf(HostReply.Rejected.class);
        return ((HostReply.Rejected) reply).message();
    }

    private HostReply reply(String operation, String argumentsJson) {
        return replies(operation, List.of(argumentsJson)).get(0);
    }

    /** Makes calls of one operation all at once, as a script does that awaits them together. */
    List<HostReply> replies(String operation, List<String> argumentsOfCalls) {
        this.operation = "api." + operation;
        this.argumentsOfCalls = argumentsOfCalls;
        replies.clear();
        codeMode.execute("return 1;", Caller.of("ann"));
        assertThat(replies).hasSameSizeAs(argumentsOfCalls);
        return List.copyOf(replies);
    }

    private Execution run(SandboxRequest request) {
        List<CompletableFuture<HostReply>> calls = new ArrayList<>();
        for (String arguments : argumentsOfCalls) {
            HostCall call = new HostCall(calls.size() + 1, operation, "[" + arguments + "]");
            calls.add(request.host().call(call).toCompletableFuture());
        }
        calls.forEach(call -> replies.add(call.join()));
        return new Execution.Completed(null, ConsoleOutput.empty());
    }

    @Override
    public void close() {
        codeMode.close();
    }
}
