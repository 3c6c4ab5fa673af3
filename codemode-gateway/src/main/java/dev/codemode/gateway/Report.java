package dev.codemode.gateway;

import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.gateway.config.GatewayConfiguration;
import dev.codemode.source.SourceIssue;
import dev.codemode.source.SourceSnapshot;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reports to people what became of the documents. Holds no state. */
final class Report {
    private static final int FEW = 3;

    private Report() {}

    /** Prints a line for each document, and what is wrong with it; returns whether all can be served. */
    static boolean print(List<GatewayConfiguration.Document> documents, boolean verbose, PrintStream out) {
        boolean served = true;
        for (GatewayConfiguration.Document document : documents) {
            SourceSnapshot source = document.builder().build().load();
            for (Service service : source.services()) {
                Collection<Operation> operations = service.operations().values();
                out.printf(
                        Locale.ROOT,
                        "%s: %s (%,d read, %,d write, %,d destructive), %s, %s%s%n",
                        service.name(),
                        counted(operations.size(), "operation"),
                        count(operations, Effect.READ),
                        count(operations, Effect.WRITE),
                        count(operations, Effect.DESTRUCTIVE),
                        counted(service.types().size(), "type"),
                        counted(count(source.issues(), SourceIssue.Severity.WARNING), "warning"),
                        errors(count(source.issues(), SourceIssue.Severity.ERROR)));
            }
            List<SourceIssue> issues = source.issues();
            issues.stream()
                    .limit(verbose ? issues.size() : FEW)
                    .forEach(issue -> out.println(line(issue, document.places())));
            if (!verbose && issues.size() > FEW) {
                out.println("  … and " + (issues.size() - FEW) + " more; check --verbose lists them.");
            }
            served &= !source.services().isEmpty();
            served &= issues.stream().noneMatch(issue -> issue.severity() == SourceIssue.Severity.ERROR);
        }
        return served;
    }

    /** Issues about the configuration of a document are located by line, others by their position in the document. */
    private static String line(SourceIssue issue, Map<String, String> places) {
        String place = places.get(issue.location());
        return "  " + issue.severity() + " " + (place == null ? "" : place + ": ") + issue.location() + ": "
                + issue.message();
    }

    private static String errors(long errors) {
        return errors == 0 ? "" : ", " + counted(errors, "error");
    }

    private static String counted(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static long count(List<SourceIssue> issues, SourceIssue.Severity severity) {
        return issues.stream().filter(issue -> issue.severity() == severity).count();
    }

    private static long count(Collection<Operation> operations, Effect effect) {
        return operations.stream()
                .filter(operation -> operation.effect() == effect)
                .count();
    }
}
