package dev.codemode.audit;

import dev.codemode.CodeMode;
import dev.codemode.CodeModeBuilder;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.internal.options.OptionChecks;
import dev.codemode.source.InvalidSourceException;
import dev.codemode.source.ServiceSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Counts the tokens that operations put into a model's context before its first turn: as one tool for each operation,
 * and as the two tools of Code Mode. It counts the name, description and input schema of every tool, in o200k_base;
 * operations are never called.
 *
 * <pre>{@code
 * AuditReport report = ContextAudit.builder()
 *         .source("bookshop", AnnotatedServices.describing(OrderService.class))
 *         .run();
 * assertThat(report.withinBudget()).as(report.toText()).isTrue();
 * }</pre>
 *
 * @since 0.1
 */
public final class ContextAudit {
    /** The default number of tokens that the two tools may take. */
    public static final int DEFAULT_MAX_TOKENS = 1_000;

    /** The default size of a context window in tokens. */
    public static final int DEFAULT_WINDOW = 200_000;

    private ContextAudit() {}

    /** Returns a builder for an audit, without any sources. */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Collects the sources to audit. Confined to one thread at a time.
     *
     * @since 0.1
     */
    public static final class Builder {
        private final Map<String, ServiceSource> sources = new LinkedHashMap<>();
        private final Map<String, List<ToolDefinition>> tools = new LinkedHashMap<>();
        private int maxTokens = DEFAULT_MAX_TOKENS;
        private OptionalLong maxToolTokens = OptionalLong.empty();
        private int window = DEFAULT_WINDOW;

        private Builder() {}

        /**
         * Adds operations: annotated classes, an OpenAPI document, any source. The audit reads it and leaves it open.
         *
         * @param name its name in the report
         * @throws IllegalArgumentException if the name is already taken
         */
        public Builder source(String name, ServiceSource source) {
            Objects.requireNonNull(source, "source");
            if (sources.putIfAbsent(Objects.requireNonNull(name, "name"), source) != null) {
                throw new IllegalArgumentException("Two sources of the audit are named '" + name + "'.");
            }
            return this;
        }

        /**
         * Adds the tools of an MCP server, as listed by {@link ToolServer}.
         *
         * @param name the server's name in the report
         * @throws IllegalArgumentException if the name is already taken, or the schema of a tool is not a JSON object
         */
        public Builder tools(String name, List<ToolDefinition> definitions) {
            source(name, new ToolSource(name, definitions));
            tools.put(name, List.copyOf(definitions));
            return this;
        }

        /** Sets how many tokens the two tools may take: {@value #DEFAULT_MAX_TOKENS} unless set. */
        public Builder maxTokens(int maxTokens) {
            this.maxTokens = OptionChecks.positive("maxTokens", maxTokens);
            return this;
        }

        /** Sets how many tokens one tool per operation may take; unbounded by default. */
        public Builder maxToolTokens(long maxToolTokens) {
            this.maxToolTokens = OptionalLong.of(OptionChecks.positive("maxToolTokens", maxToolTokens));
            return this;
        }

        /** Sets the context window that the report compares with, in tokens: {@value #DEFAULT_WINDOW} unless set. */
        public Builder window(int window) {
            this.window = OptionChecks.positive("window", window);
            return this;
        }

        /**
         * Reads all sources and counts.
         *
         * @throws InvalidSourceException with what is wrong with a source
         * @throws IllegalStateException if there is nothing to audit
         */
        public AuditReport run() {
            if (sources.isEmpty()) {
                throw new IllegalStateException("There is nothing to audit: add a source or the tools of a server.");
            }
            List<SourceFootprint> footprints = new ArrayList<>();
            sources.forEach((name, source) -> footprints.add(footprint(name, source)));
            return new AuditReport(footprints, total(footprints), window, maxTokens, maxToolTokens);
        }

        private SourceFootprint footprint(String name, ServiceSource source) {
            try (CodeMode codeMode = codeMode(List.of(source))) {
                Catalog catalog = codeMode.catalog(Caller.anonymous());
                List<ToolDefinition> definitions = tools.get(name);
                Stream<Tool> all = definitions != null
                        ? definitions.stream().map(Tool::of)
                        : catalog.services().values().stream().flatMap(service -> Tool.of(service).stream());
                List<OperationCost> costs = all.map(Tool::cost).toList();
                return new SourceFootprint(
                        name,
                        costs.size(),
                        costs.stream().mapToLong(OperationCost::tokens).sum(),
                        costs.stream().mapToLong(OperationCost::requiredTokens).sum(),
                        twoTools(codeMode),
                        costliest(costs.stream()));
            }
        }

        private SourceFootprint total(List<SourceFootprint> footprints) {
            try (CodeMode codeMode = codeMode(List.copyOf(sources.values()))) {
                return new SourceFootprint(
                        "all",
                        footprints.stream()
                                .mapToInt(SourceFootprint::operations)
                                .sum(),
                        footprints.stream()
                                .mapToLong(SourceFootprint::toolTokens)
                                .sum(),
                        footprints.stream()
                                .mapToLong(SourceFootprint::requiredToolTokens)
                                .sum(),
                        twoTools(codeMode),
                        costliest(footprints.stream().flatMap(footprint -> footprint.costliest().stream())));
            }
        }

        private static List<OperationCost> costliest(Stream<OperationCost> costs) {
            return costs.sorted(Comparator.comparingInt(OperationCost::tokens).reversed())
                    .limit(SourceFootprint.MAX_COSTLIEST)
                    .toList();
        }

        private static CodeMode codeMode(List<ServiceSource> sources) {
            CodeModeBuilder builder = CodeMode.builder().sandbox(new NoSandbox());
            sources.forEach(source -> builder.source(new BorrowedSource(source)));
            return builder.build();
        }

        private static int twoTools(CodeMode codeMode) {
            return codeMode.tools(Caller.anonymous()).stream()
                    .map(tool -> new ToolDefinition(tool.name(), tool.description(), tool.inputSchemaJson()))
                    .mapToInt(ToolDefinition::tokens)
                    .sum();
        }
    }
}
