package dev.codemode.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chooses operations of a document. Implementations are thread-safe.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface OperationFilter {
    /** Returns whether the operation matches. */
    boolean matches(DocumentOperation operation);

    /** Returns a filter for the operations that match this filter and the other one. */
    default OperationFilter and(OperationFilter other) {
        Objects.requireNonNull(other, "other");
        return operation -> matches(operation) && other.matches(operation);
    }

    /** Returns a filter for the operations that match this filter or the other one. */
    default OperationFilter or(OperationFilter other) {
        Objects.requireNonNull(other, "other");
        return operation -> matches(operation) || other.matches(operation);
    }

    /** Returns a filter for the operations with one of these tags, spelt as in the document. */
    static OperationFilter tag(String... tags) {
        Set<String> chosen = Set.of(tags);
        return operation -> operation.tags().stream().anyMatch(chosen::contains);
    }

    /** Returns a filter for the operations with one of these methods, case-insensitive: {@code "GET"}. */
    static OperationFilter method(String... methods) {
        Set<String> chosen = Set.copyOf(
                List.of(methods).stream().map(m -> m.toUpperCase(Locale.ROOT)).toList());
        return operation -> chosen.contains(operation.method());
    }

    /** Returns a filter for the operations with one of these {@code operationId}s. */
    static OperationFilter id(String... ids) {
        Set<String> chosen = Set.of(ids);
        return operation -> operation.id().filter(chosen::contains).isPresent();
    }

    /**
     * Returns a filter for the operations whose path template matches the pattern: {@code *} stands for any text within
     * a segment, {@code **} for any text; everything else stands for itself. {@code /repos/**} matches
     * {@code /repos/{owner}/{repo}}.
     */
    static OperationFilter path(String pattern) {
        String expression = Pattern.compile("\\*\\*|\\*|[^*]+")
                .matcher(pattern)
                .replaceAll(part -> switch (part.group()) {
                    case "**" -> ".*";
                    case "*" -> "[^/]*";
                    default -> Matcher.quoteReplacement(Pattern.quote(part.group()));
                });
        Pattern compiled = Pattern.compile(expression);
        return operation -> compiled.matcher(operation.path()).matches();
    }
}
