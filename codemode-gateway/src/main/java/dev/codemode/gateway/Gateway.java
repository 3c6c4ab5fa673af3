package dev.codemode.gateway;

import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.gateway.config.GatewayConfiguration;
import dev.codemode.mcp.CodeModeMcp;
import dev.codemode.mcp.CodeModeMcpServer;
import dev.codemode.openapi.OpenApiSource;
import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.deno.DenoSandbox;
import dev.codemode.sandbox.graal.GraalSandbox;
import dev.codemode.sandbox.v8.V8Sandbox;
import dev.codemode.sandbox.worker.WorkerSandbox;
import dev.codemode.typescript.TypeScriptScripts;
import java.util.ArrayList;
import java.util.List;

/** The configured documents, and the library around them. Thread-safe. */
final class Gateway implements AutoCloseable {
    private final GatewayConfiguration configuration;
    private final CodeMode codeMode;

    private Gateway(GatewayConfiguration configuration, CodeMode codeMode) {
        this.configuration = configuration;
        this.codeMode = codeMode;
    }

    /** Reads the documents. */
    static List<OpenApiSource> sources(GatewayConfiguration configuration) {
        List<OpenApiSource> sources = new ArrayList<>();
        for (GatewayConfiguration.Document document : configuration.sources()) {
            sources.add(document.builder().build());
        }
        return sources;
    }

    /**
     * Opens a gateway.
     *
     * @throws dev.codemode.source.InvalidSourceException with what is wrong with the documents
     */
    static Gateway open(GatewayConfiguration configuration) {
        CodeModeBuilder builder = CodeMode.builder()
                .limits(configuration.capacity().limits())
                .sandbox(sandbox(configuration))
                .scripts(scripts(configuration));
        sources(configuration).forEach(builder::source);
        configuration.capacity().maxResultTokens().ifPresent(builder::maxResultTokens);
        configuration.capacity().maxConcurrentExecutions().ifPresent(builder::maxConcurrentExecutions);
        configuration.capacity().maxQueueTime().ifPresent(builder::maxQueueTime);
        return new Gateway(configuration, builder.build());
    }

    private static TypeScriptScripts scripts(GatewayConfiguration configuration) {
        GatewayConfiguration.Workers options = configuration.sandbox();
        TypeScriptScripts.Builder scripts = TypeScriptScripts.builder()
                .policy(configuration.check())
                .workers(workers -> workers.commandPrefix(options.commandPrefix()));
        options.deno().ifPresent(scripts::deno);
        return scripts.build();
    }

    private static Sandbox sandbox(GatewayConfiguration configuration) {
        GatewayConfiguration.Workers options = configuration.sandbox();
        WorkerSandbox.Builder workers = switch (options.engine()) {
            case GRAAL -> GraalSandbox.builder();
            case DENO -> DenoSandbox.builder(options.deno().orElseThrow());
            case V8 -> V8Sandbox.builder();
        };
        if (options.unsafeKnownFaults()) {
            workers.unsafeKnownFaults();
        }
        return workers.commandPrefix(options.commandPrefix()).build();
    }

    CodeMode codeMode() {
        return codeMode;
    }

    CodeModeMcpServer server() {
        CodeModeMcpServer.Builder server =
                CodeModeMcp.server(codeMode).name(configuration.name()).version("0.1");
        if (!configuration.http().allowedHosts().isEmpty()) {
            server.allowedHosts(configuration.http().allowedHosts().toArray(new String[0]));
        }
        if (!configuration.http().allowedOrigins().isEmpty()) {
            server.allowedOrigins(configuration.http().allowedOrigins().toArray(new String[0]));
        }
        return server.build();
    }

    @Override
    public void close() {
        codeMode.close();
    }
}
