package dev.codemode.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Writes a report as a page: verdict, chart, table, and the most expensive operations of each source. The chart shows each
 * source as three marks on a logarithmic axis, since its figures are orders of magnitude apart.
 */
final class HtmlReport {
    private static final String TEMPLATE = template();
    private static final int FIRST_DECADE = 2;

    private final AuditReport report;
    private final int lastDecade;

    private HtmlReport(AuditReport report) {
        this.report = report;
        long most = report.rows().stream()
                .mapToLong(row -> Math.max(row.toolTokens(), row.codeModeTokens()))
                .max()
                .orElse(1);
        this.lastDecade = Math.max(FIRST_DECADE + 2, (int) Math.ceil(Math.log10((double) most)));
    }

    static String of(AuditReport report) {
        return new HtmlReport(report).page();
    }

    private String page() {
        SourceFootprint total = report.total();
        return TEMPLATE.replace("{{status}}", report.withinBudget() ? "pass" : "fail")
                .replace("{{status-text}}", report.withinBudget() ? "✓ Within budget" : "✗ Above budget")
                .replace("{{tools}}", grouped(total.toolTokens()))
                .replace("{{two}}", grouped(total.codeModeTokens()))
                .replace("{{operations}}", grouped(total.operations()))
                .replace("{{verdict}}", elements("li", report.verdict()))
                .replace("{{axis}}", axis())
                .replace("{{chart}}", chart())
                .replace("{{table}}", table())
                .replace("{{costliest}}", costliest());
    }

    private String axis() {
        StringBuilder html = new StringBuilder();
        for (int decade = FIRST_DECADE; decade <= lastDecade; decade++) {
            html.append("<span style=\"left:")
                    .append(percent(Math.pow(10, decade)))
                    .append("\">")
                    .append(decade(decade))
                    .append("</span>");
        }
        return html.toString();
    }

    private static String decade(int decade) {
        int million = 6;
        int thousand = 3;
        if (decade >= million) {
            return grouped((long) Math.pow(10, decade - million)) + "M";
        }
        return decade >= thousand
                ? grouped((long) Math.pow(10, decade - thousand)) + "k"
                : grouped((long) Math.pow(10, decade));
    }

    private String chart() {
        StringBuilder html = new StringBuilder();
        for (SourceFootprint row : report.rows()) {
            boolean cheaper = row.codeModeTokens() <= row.toolTokens();
            html.append("<div class=\"row\"><div class=\"name\"><b>")
                    .append(escaped(row.name()))
                    .append("</b><span>")
                    .append(grouped(row.operations()))
                    .append(row.operations() == 1 ? " operation" : " operations")
                    .append("</span></div><div class=\"track\">")
                    .append(line(row))
                    .append(mark("required", "required parameters only", row.requiredToolTokens(), ""))
                    .append(mark("full", "a tool for each operation", row.toolTokens(), cheaper ? "right" : "left"))
                    .append(mark("two", "two tools", row.codeModeTokens(), cheaper ? "left" : "right"))
                    .append("</div></div>\n");
        }
        return html.toString();
    }

    private String line(SourceFootprint row) {
        long low = Math.min(row.codeModeTokens(), row.requiredToolTokens());
        long high = Math.max(row.codeModeTokens(), row.toolTokens());
        return "<i style=\"left:" + percent((double) low) + ";right:calc(100% - " + percent((double) high) + ")\"></i>";
    }

    private String mark(String kind, String what, long tokens, String labelSide) {
        String label = labelSide.isEmpty() ? "" : "<span class=\"" + labelSide + "\">" + grouped(tokens) + "</span>";
        return "<em class=\"" + kind + "\" style=\"left:" + percent((double) tokens) + "\" title=\"" + what + ": "
                + grouped(tokens) + " tokens\">" + label + "</em>";
    }

    private String percent(double tokens) {
        double decades = Math.log10(Math.max(tokens, Math.pow(10, FIRST_DECADE))) - FIRST_DECADE;
        return String.format(Locale.ROOT, "%.2f%%", 100 * decades / (lastDecade - FIRST_DECADE));
    }

    private String table() {
        StringBuilder html = new StringBuilder();
        for (SourceFootprint row : report.rows()) {
            html.append("<tr><th scope=\"row\">").append(escaped(row.name())).append("</th>");
            html.append(cell(grouped(row.operations())))
                    .append(cell(grouped(row.toolTokens())))
                    .append(cell(grouped(row.requiredToolTokens())))
                    .append(cell(grouped(row.codeModeTokens())))
                    .append(cell(Numbers.ratio(row.ratio()) + "×"))
                    .append(cell(Numbers.ratio(row.requiredRatio()) + "×"))
                    .append("</tr>\n");
        }
        return html.toString();
    }

    private static String cell(String text) {
        return "<td>" + text + "</td>";
    }

    private String costliest() {
        StringBuilder html = new StringBuilder();
        for (SourceFootprint source : report.sources()) {
            html.append("<details")
                    .append(report.sources().size() == 1 ? " open" : "")
                    .append("><summary>")
                    .append(escaped(source.name()))
                    .append("</summary><ol>");
            int most = source.costliest().stream()
                    .mapToInt(OperationCost::tokens)
                    .max()
                    .orElse(1);
            for (OperationCost cost : source.costliest()) {
                html.append("<li><div><code>")
                        .append(escaped(cost.name()))
                        .append("</code><b>")
                        .append(grouped(cost.tokens()))
                        .append("</b></div><div class=\"bar\" style=\"width:")
                        .append(String.format(Locale.ROOT, "%.1f%%", 100.0 * cost.tokens() / most))
                        .append("\"></div><small>")
                        .append(escaped(cost.largestPart().toString()))
                        .append("; required only ")
                        .append(grouped(cost.requiredTokens()))
                        .append("</small></li>");
            }
            html.append("</ol></details>\n");
        }
        return html.toString();
    }

    private static String elements(String tag, List<String> texts) {
        StringBuilder html = new StringBuilder();
        for (String text : texts) {
            html.append('<')
                    .append(tag)
                    .append('>')
                    .append(escaped(text))
                    .append("</")
                    .append(tag)
                    .append('>');
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String grouped(long number) {
        return Numbers.grouped(number);
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
