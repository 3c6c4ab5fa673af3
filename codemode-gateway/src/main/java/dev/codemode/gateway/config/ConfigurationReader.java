package dev.codemode.gateway.config;

import dev.codemode.gateway.config.GatewayConfiguration.Engine;
import dev.codemode.gateway.config.GatewayConfiguration.Workers;
import dev.codemode.sandbox.Limits;
import dev.codemode.typescript.CheckPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a configuration and collects its mistakes along the way. Confined to one thread at a time. */
final class ConfigurationReader {
    private final Path file;
    private final Problems problems;
    private final SourceReader sources;

    ConfigurationReader(Path file, Map<String, String> environment) {
        this.file = file;
        this.problems = new Problems(String.valueOf(file.getFileName()));
        Path parent = file.toAbsolutePath().getParent();
        this.sources = new SourceReader(parent == null ? file : parent, environment, problems);
    }

    GatewayConfiguration read() {
        Optional<Node> root = compose();
        if (root.isEmpty()) {
            if (problems.isEmpty()) {
                problems.add(1, 1, "the file is empty. Name a document under 'openapi'.");
            }
            throw new InvalidConfigurationException(problems.list());
        }
        GatewayConfiguration configuration = read(new Section(new Entry(root.get(), ""), problems));
        if (!problems.isEmpty()) {
            throw new InvalidConfigurationException(problems.list());
        }
        return configuration;
    }

    private Optional<Node> compose() {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowDuplicateKeys(true).build();
            return new Compose(settings).composeString(Files.readString(file));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            int column = e.getProblemMark().map(mark -> mark.getColumn() + 1).orElse(1);
            problems.add(line, column, "the file is not valid YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            problems.add(1, 1, "the file is not valid YAML.");
        } catch (IOException e) {
            problems.add(1, 1, "the file cannot be read.");
        }
        return Optional.empty();
    }

    private GatewayConfiguration read(Section root) {
        String name = root.text("name").orElse("gateway");
        List<GatewayConfiguration.Document> read = sources(root);
        Section limits = root.get("limits").map(root::section).orElse(null);
        Section sandbox = root.get("sandbox").map(root::section).orElse(null);
        Section scripts = root.get("scripts").map(root::section).orElse(null);
        Section http = root.get("http").map(root::section).orElse(null);
        GatewayConfiguration configuration = new GatewayConfiguration(
                name,
                read,
                limits == null ? GatewayConfiguration.Capacity.DEFAULT : capacity(limits),
                sandbox == null ? Workers.DEFAULT : workers(sandbox),
                scripts == null
                        ? CheckPolicy.STRICT
                        : scripts.word("check", CheckPolicy.class).orElse(CheckPolicy.STRICT),
                http == null ? GatewayConfiguration.Http.DEFAULT : http(http));
        for (Section section : new Section[] {limits, sandbox, scripts, http, root}) {
            if (section != null) {
                section.end();
            }
        }
        return configuration;
    }

    private GatewayConfiguration.Capacity capacity(Section limits) {
        return new GatewayConfiguration.Capacity(
                limits(limits),
                limits.count("maxResultTokens", 1),
                limits.count("maxConcurrentExecutions", 1),
                limits.duration("maxQueueTime"));
    }

    private static GatewayConfiguration.Http http(Section http) {
        return new GatewayConfiguration.Http(
                http.text("host").orElse(GatewayConfiguration.Http.DEFAULT.host()),
                http.texts("allowedHosts"),
                http.texts("allowedOrigins"));
    }

    private Workers workers(Section sandbox) {
        Workers workers = new Workers(
                sandbox.word("engine", Engine.class).orElse(Engine.GRAAL),
                sandbox.get("deno").flatMap(this::executable),
                sandbox.texts("commandPrefix"),
                sandbox.flag("unsafeKnownFaults").orElse(false));
        if (workers.engine() == Engine.DENO && sandbox.get("deno").isEmpty()) {
            problems.add(
                    sandbox.get("engine").orElse(sandbox.at()),
                    "name the executable of Deno under 'deno'. Deno 2.9 or later is one file, from npm (deno) or"
                            + " https://github.com/denoland/deno/releases.");
        }
        if (workers.engine() == Engine.V8 && workers.commandPrefix().isEmpty() && !workers.unsafeKnownFaults()) {
            problems.add(
                    sandbox.get("engine").orElse(sandbox.at()),
                    "this V8 is of June 2025, and a published fault (CVE-2025-6554) lets a script leave it. Use deno or graal,"
                            + " give a commandPrefix such as bwrap with its options, or say unsafeKnownFaults: true if every"
                            + " script is trusted.");
        }
        return workers;
    }

    private Optional<Path> executable(Entry value) {
        Path executable = file.toAbsolutePath().resolveSibling(value.text());
        if (!Files.isRegularFile(executable) || !Files.isExecutable(executable)) {
            problems.add(value, "there is no executable '" + value.text() + "'. Paths are relative to this file.");
            return Optional.empty();
        }
        return Optional.of(executable);
    }

    private List<GatewayConfiguration.Document> sources(Section root) {
        List<GatewayConfiguration.Document> read = new ArrayList<>();
        root.need("openapi", "a list of documents, each with a name and a document")
                .ifPresent(list -> {
                    if (!list.isList() || list.items().isEmpty()) {
                        problems.add(list, "must be a list of documents, each with a name and a document.");
                    }
                    list.items()
                            .forEach(item -> sources.read(root.section(item)).ifPresent(read::add));
                });
        return read;
    }

    private Limits limits(Section section) {
        Limits.Builder limits = Limits.builder();
        section.duration("maxRunTime").ifPresent(limits::maxRunTime);
        section.duration("maxCpuTime").ifPresent(limits::maxCpuTime);
        section.bytes("maxMemoryBytes").ifPresent(limits::maxMemoryBytes);
        section.count("maxHostCalls", 1).ifPresent(limits::maxHostCalls);
        section.count("maxConcurrentHostCalls", 1).ifPresent(limits::maxConcurrentHostCalls);
        size(section, "maxSourceBytes").ifPresent(limits::maxSourceBytes);
        size(section, "maxArgumentBytes").ifPresent(limits::maxArgumentBytes);
        size(section, "maxCallResultBytes").ifPresent(limits::maxCallResultBytes);
        size(section, "maxResultBytes").ifPresent(limits::maxResultBytes);
        size(section, "maxConsoleBytes").ifPresent(limits::maxConsoleBytes);
        try {
            return limits.build();
        } catch (IllegalArgumentException e) {
            problems.add(section.at(), String.valueOf(e.getMessage()));
            return Limits.defaults();
        }
    }

    private Optional<Integer> size(Section section, String key) {
        return section.bytes(key).map(bytes -> (int) Math.min(bytes, Integer.MAX_VALUE));
    }
}
