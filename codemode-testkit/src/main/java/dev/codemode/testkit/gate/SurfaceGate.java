package dev.codemode.testkit.gate;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import dev.codemode.CodeMode;
import dev.codemode.SearchQuery;
import dev.codemode.catalog.Caller;
import dev.codemode.catalog.OperationName;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.internal.json.Json;
import dev.codemode.testkit.Golden;
import dev.codemode.text.ToolDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;

/**
 * A gate in a host's build for what models see: the tokens of the tools, which operations are found for which words,
 * and the declarations, so that a change to any of them shows in review. Each check returns the gate, for chaining.
 *
 * <pre>{@code
 * SurfaceGate.of(codeMode)
 *         .toolsTakeAtMost(600)
 *         .finds(Intent.read(Path.of("src/test/resources/intents.tsv")), 5, 0.95)
 *         .declares(Golden.in("src/test/resources/golden"), "bookshop.d.ts");
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class SurfaceGate {
    private static final Encoding O200K = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    private final CodeMode codeMode;
    private final Caller caller;

    private SurfaceGate(CodeMode codeMode, Caller caller) {
        this.codeMode = codeMode;
        this.caller = caller;
    }

    /** Returns the gate for what everybody sees. */
    public static SurfaceGate of(CodeMode codeMode) {
        return of(codeMode, Caller.anonymous());
    }

    /** Returns the gate for what this caller sees. */
    public static SurfaceGate of(CodeMode codeMode, Caller caller) {
        return new SurfaceGate(Objects.requireNonNull(codeMode, "codeMode"), Objects.requireNonNull(caller, "caller"));
    }

    /**
     * Checks that names, descriptions and input schemas of the two tools have at most this many tokens (o200k_base).
     *
     * @throws AssertionError if they have more
     */
    public SurfaceGate toolsTakeAtMost(int maxTokens) {
        int tokens =
                codeMode.tools(caller).stream().mapToInt(SurfaceGate::tokens).sum();
        Assertions.assertThat(tokens)
                .as("tokens of the tools search and execute, which every conversation begins with")
                .isLessThanOrEqualTo(maxTokens);
        return this;
    }

    private static int tokens(ToolDescription tool) {
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("name", tool.name());
        read.put("description", tool.description());
        read.put("inputSchema", Json.read(tool.inputSchemaJson()));
        return O200K.countTokensOrdinary(Json.write(read));
    }

    /**
     * Checks that search finds what the intents need: the mean, over all intents, of the share of an intent's
     * operations that are among its first hits (recall@k).
     *
     * @param k how many hits count, from 1 to {@link SearchQuery#MAX_LIMIT}; a model sees
     *     {@link SearchQuery#DEFAULT_LIMIT} unless it asks for more
     * @param minRecall the minimum mean, from 0 to 1
     * @throws AssertionError if the mean is below; the message lists what was not found, and what ranked first instead
     * @throws IllegalArgumentException if an intent names an operation that the caller cannot see
     */
    public SurfaceGate finds(List<Intent> intents, int k, double minRecall) {
        List<String> missed = new ArrayList<>();
        double recall = 0;
        for (Intent intent : intents) {
            check(intent);
            List<String> found =
                    codeMode.search(new SearchQuery(intent.query(), "", k, 0), caller).operations().stream()
                            .map(OperationName::toString)
                            .toList();
            List<String> absent = intent.operations().stream()
                    .filter(operation -> !found.contains(operation))
                    .toList();
            recall += 1 - (double) absent.size() / intent.operations().size();
            if (!absent.isEmpty()) {
                missed.add("  \"" + intent.query() + "\" needs " + String.join(", ", absent) + "; found "
                        + (found.isEmpty() ? "nothing" : String.join(", ", found)));
            }
        }
        double mean = intents.isEmpty() ? 1 : recall / intents.size();
        Assertions.assertThat(mean)
                .as(
                        "recall@%d over %d intents. Not found; change names, documentation or search terms of these operations:\n%s\n",
                        k, intents.size(), String.join("\n", missed))
                .isGreaterThanOrEqualTo(minRecall);
        return this;
    }

    private void check(Intent intent) {
        for (String operation : intent.operations()) {
            if (codeMode.catalog(caller).find(operation).isEmpty()) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT,
                        "The intent \"%s\" needs '%s', which is not an operation.",
                        intent.query(),
                        operation));
            }
        }
    }

    /**
     * Checks that the TypeScript declarations of everything exposed are those of the golden file.
     *
     * @throws AssertionError if they are not
     */
    public SurfaceGate declares(Golden golden, String fileName) {
        golden.verify(
                fileName, TypeScriptDeclarations.of(codeMode.catalog(caller)).all());
        return this;
    }
}
