package dev.codemode.gateway.config;

import dev.codemode.openapi.OpenApiSourceBuilder;
import dev.codemode.sandbox.Limits;
import dev.codemode.typescript.CheckPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the gateway serves, and how.
 *
 * @param name the server's name in MCP
 * @param sources the documents, ready to be read
 * @param limits what one execution may use
 * @param maxResultTokens what a model gets of a result
 * @param maxConcurrentExecutions how many scripts run at once
 * @param maxQueueTime how long a script waits for its turn
 * @param sandbox what runs scripts, and how its processes start
 * @param check what becomes of mistakes in types
 * @param host the address to listen on
 * @param allowedHosts further values of {@code Host}
 * @param allowedOrigins further values of {@code Origin}
 */
public record GatewayConfiguration(
        String name,
        List<Document> sources,
        Limits limits,
        Optional<Integer> maxResultTokens,
        Optional<Integer> maxConcurrentExecutions,
        Optional<Duration> maxQueueTime,
        Workers sandbox,
        CheckPolicy check,
        String host,
        List<String> allowedHosts,
        List<String> allowedOrigins) {
    /** What runs scripts. */
    public enum Engine {
        /** GraalJS, everywhere. */
        GRAAL,
        /** V8, on Linux on x86-64. */
        V8
    }

    /**
     * The processes of scripts.
     *
     * @param engine what runs scripts
     * @param commandPrefix what comes before {@code java} on their command line; empty for nothing
     * @param unsafeKnownFaults whether an engine with published faults may run without that
     */
    public record Workers(Engine engine, List<String> commandPrefix, boolean unsafeKnownFaults) {
        /** GraalJS, as it comes. */
        static final Workers DEFAULT = new Workers(Engine.GRAAL, List.of(), false);
    }

    /**
     * A document, ready to be read.
     *
     * @param builder what it becomes a source by
     * @param places where in the configuration what issues of the source name is written: {@code gateway.yaml:7:5}, by
     *     their location
     */
    public record Document(OpenApiSourceBuilder builder, Map<String, String> places) {
        /** Copies the places. */
        public Document {
            places = Map.copyOf(places);
        }
    }

    /**
     * Reads the file.
     *
     * @param environment the environment variables, which hold the secrets
     * @throws InvalidConfigurationException with every mistake, each with its line
     */
    public static GatewayConfiguration read(Path file, Map<String, String> environment) {
        return new ConfigurationReader(file, environment).read();
    }
}
