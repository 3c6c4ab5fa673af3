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
 * The gateway's configuration: what it serves, and how.
 *
 * @param name the server's name in MCP
 * @param sources the documents, ready to be read
 * @param capacity how much scripts may take
 * @param sandbox the sandbox that runs scripts, and how its processes start
 * @param check the treatment of type mistakes
 * @param http where it listens, and for whom
 */
public record GatewayConfiguration(
        String name, List<Document> sources, Capacity capacity, Workers sandbox, CheckPolicy check, Http http) {
    /**
     * How much scripts may take; what is absent has the library's default.
     *
     * @param limits the limits of one execution
     * @param maxResultTokens the maximum number of result tokens that a model gets
     * @param maxConcurrentExecutions how many scripts run at once
     * @param maxQueueTime how long a script waits for its turn
     */
    public record Capacity(
            Limits limits,
            Optional<Integer> maxResultTokens,
            Optional<Integer> maxConcurrentExecutions,
            Optional<Duration> maxQueueTime) {
        /** The library's defaults. */
        static final Capacity DEFAULT =
                new Capacity(Limits.defaults(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Where the gateway listens, and for whom.
     *
     * @param host the address to listen on
     * @param allowedHosts further values of {@code Host}
     * @param allowedOrigins further values of {@code Origin}
     */
    public record Http(String host, List<String> allowedHosts, List<String> allowedOrigins) {
        /** This machine only. */
        static final Http DEFAULT = new Http("127.0.0.1", List.of(), List.of());

        /** Copies the lists. */
        public Http {
            allowedHosts = List.copyOf(allowedHosts);
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }

    /** The engines that run scripts. */
    public enum Engine {
        /** GraalJS, everywhere. */
        GRAAL,
        /** A current V8, in processes of Deno. */
        DENO,
        /** V8 of June 2025, on Linux x86-64. */
        V8
    }

    /**
     * The processes that run scripts.
     *
     * @param engine the engine that runs scripts
     * @param deno the executable of Deno, whose V8 also parses and checks scripts; present if it runs them
     * @param commandPrefix what comes before {@code java} or Deno on their command line; empty for nothing
     * @param unsafeKnownFaults whether an engine with published faults may run without that
     */
    public record Workers(Engine engine, Optional<Path> deno, List<String> commandPrefix, boolean unsafeKnownFaults) {
        /** GraalJS with its defaults. */
        static final Workers DEFAULT = new Workers(Engine.GRAAL, Optional.empty(), List.of(), false);
    }

    /**
     * A document, ready to be read.
     *
     * @param builder the builder that makes it a source
     * @param places the positions in the configuration, such as {@code gateway.yaml:7:5}, of what the source's issues
     *     are about, keyed by the location
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
