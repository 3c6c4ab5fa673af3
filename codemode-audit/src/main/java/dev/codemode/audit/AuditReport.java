package dev.codemode.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The result of an audit. Equal sources give equal bytes in every format. Immutable and thread-safe.
 *
 * @param sources each source by itself, in the given order
 * @param total all sources together, with the two tools in front of all of them
 * @param window the tokens of the context window that the report compares with
 * @param maxTokens the budget of the two tools
 * @param maxToolTokens the budget of one tool for each operation, if there is one
 * @since 0.1
 */
public record AuditReport(
        List<SourceFootprint> sources, SourceFootprint total, int window, int maxTokens, OptionalLong maxToolTokens) {
    /** Copies the list. */
    public AuditReport {
        sources = List.copyOf(sources);
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(maxToolTokens, "maxToolTokens");
    }

    /** Returns whether both budgets are met. */
    public boolean withinBudget() {
        return total.codeModeTokens() <= maxTokens && total.toolTokens() <= maxToolTokens.orElse(Long.MAX_VALUE);
    }

    /** Returns the verdict, one sentence per element: the footprints against the window, then the budgets. */
    public List<String> verdict() {
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "A tool for each operation takes %,d tokens: %s of %,d.",
                total.toolTokens(),
                ofWindow(total.toolTokens()),
                window));
        sentences.add(String.format(
                Locale.ROOT,
                "With required parameters only, %,d: %s.",
                total.requiredToolTokens(),
                ofWindow(total.requiredToolTokens())));
        sentences.add(String.format(
                Locale.ROOT,
                "The two tools of Code Mode take %,d: %s, %s.",
                total.codeModeTokens(),
                ofWindow(total.codeModeTokens()),
                comparison(total.ratio())));
        sentences.add(budget("the two tools", total.codeModeTokens(), maxTokens));
        if (maxToolTokens.isPresent()) {
            sentences.add(budget("a tool for each operation", total.toolTokens(), maxToolTokens.getAsLong()));
        }
        return sentences;
    }

    private String ofWindow(long tokens) {
        double share = (double) tokens / window;
        return share > 1
                ? String.format(Locale.ROOT, "%,.1f context windows", share)
                : String.format(Locale.ROOT, "%.1f %% of a context window", 100 * share);
    }

    private static String comparison(double ratio) {
        if (ratio >= 1) {
            return String.format(Locale.ROOT, "1/%s of a tool for each", Numbers.ratio(ratio));
        }
        return String.format(Locale.ROOT, "%s times a tool for each", Numbers.ratio(1 / ratio));
    }

    private static String budget(String what, long tokens, long budget) {
        if (tokens <= budget) {
            return String.format(Locale.ROOT, "Within the budget of %,d tokens for %s.", budget, what);
        }
        return String.format(
                Locale.ROOT, "ABOVE the budget of %,d tokens for %s, by %,d.", budget, what, tokens - budget);
    }

    /** Returns each source, then all together if there are several. */
    List<SourceFootprint> rows() {
        List<SourceFootprint> rows = new ArrayList<>(sources);
        if (rows.size() > 1) {
            rows.add(total);
        }
        return rows;
    }

    /** Returns the report for a terminal. */
    public String toText() {
        return TextReport.of(this);
    }

    /** Returns the report as a JSON object, for programs. */
    public String toJson() {
        return JsonReport.of(this);
    }

    /** Returns the report as a self-contained HTML page that runs no script. */
    public String toHtml() {
        return HtmlReport.of(this);
    }
}
