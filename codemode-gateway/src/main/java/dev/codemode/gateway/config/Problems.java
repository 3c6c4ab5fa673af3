package dev.codemode.gateway.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the mistakes of a configuration, so that all can be reported at once. Confined to one thread at a time. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    private record Problem(int line, int column, String text) {}

    void add(Entry at, String message) {
        String path = at.path().isEmpty() ? "" : at.path() + ": ";
        add(at.line(), at.column(), path + message);
    }

    void add(int line, int column, String message) {
        found.add(new Problem(line, column, place(line, column) + ": " + message));
    }

    /** Returns the position of a value, in the form that people and editors know: {@code gateway.yaml:7:5}. */
    String place(Entry at) {
        return place(at.line(), at.column());
    }

    private String place(int line, int column) {
        return file + ":" + line + ":" + column;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns the mistakes in the order of the file. */
    List<String> list() {
        List<Problem> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return sorted.stream().map(Problem::text).distinct().toList();
    }
}
