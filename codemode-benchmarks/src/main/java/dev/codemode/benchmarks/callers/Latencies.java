package dev.codemode.benchmarks.callers;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long answers took, and how many of them were "busy". Thread-safe. */
final class Latencies {
    private final List<Double> millis = new ArrayList<>();
    private int busy;

    synchronized void add(double taken, boolean answered) {
        if (answered) {
            millis.add(taken);
        } else {
            busy++;
        }
    }

    synchronized int answered() {
        return millis.size();
    }

    /** Returns the cells of a table: scripts, p50, p95, p99, the longest, busy. */
    synchronized String cells() {
        List<Double> sorted = new ArrayList<>(millis);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%d | %s | %s | %s | %s | %d",
                sorted.size() + busy,
                at(sorted, .5),
                at(sorted, .95),
                at(sorted, .99),
                at(sorted, 1),
                busy);
    }

    private static String at(List<Double> sorted, double part) {
        if (sorted.isEmpty()) {
            return "-";
        }
        double value = sorted.get((int) Math.min(sorted.size() - 1, Math.floor(part * sorted.size())));
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }
}
