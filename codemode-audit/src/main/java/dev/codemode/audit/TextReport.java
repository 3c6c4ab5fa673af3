package dev.codemode.audit;

import dev.codemode.internal.words.Visible;
import java.util.List;
import java.util.Locale;

/** Writes a report for a terminal. Holds no state. */
final class TextReport {
    private static final int MAX_NAME = 60;

    private TextReport() {}

    static String of(AuditReport report) {
        StringBuilder text = new StringBuilder("Tokens (o200k_base) before a model has done anything\n\n");
        table(report, text);
        for (SourceFootprint source : report.sources()) {
            costliest(source, text);
        }
        text.append('\n');
        report.verdict().forEach(sentence -> text.append(Visible.line(sentence)).append('\n'));
        return text.toString();
    }

    private static void table(AuditReport report, StringBuilder text) {
        List<SourceFootprint> rows = report.rows();
        int width = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        String format = "%-" + Math.max(width, 6) + "s  %10s  %14s  %14s  %9s  %7s\n";
        text.append(String.format(
                Locale.ROOT, format, "source", "operations", "a tool for each", "required only", "two tools", "ratio"));
        for (SourceFootprint row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    format,
                    Visible.line(row.name()),
                    Numbers.grouped(row.operations()),
                    Numbers.grouped(row.toolTokens()),
                    Numbers.grouped(row.requiredToolTokens()),
                    Numbers.grouped(row.codeModeTokens()),
                    Numbers.ratio(row.ratio())));
        }
    }

    private static void costliest(SourceFootprint source, StringBuilder text) {
        text.append("\nThe most expensive operations of ")
                .append(Visible.line(source.name()))
                .append(" as tools, and what takes the most\n");
        for (OperationCost cost : source.costliest()) {
            String name =
                    cost.name().length() <= MAX_NAME ? cost.name() : cost.name().substring(0, MAX_NAME - 1) + "…";
            String line = String.format(Locale.ROOT, "%,10d  %s (%s)", cost.tokens(), name, cost.largestPart());
            text.append(Visible.line(line)).append('\n');
        }
    }
}
