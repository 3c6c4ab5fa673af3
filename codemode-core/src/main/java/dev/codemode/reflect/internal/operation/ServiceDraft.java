package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.internal.words.Visible;
import dev.codemode.reflect.internal.docs.DocText;
import dev.codemode.reflect.internal.mapping.TypeSchemas;
import dev.codemode.source.OperationHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A service while its beans are read. Confined to one thread at a time. */
public final class ServiceDraft {
    private static final int MAX_NAMED = 10;

    private final Reading reading;
    private final Map<String, List<Entry>> entries = new TreeMap<>();
    private String text = "";

    private record Entry(ReadOperation operation, OperationHandler handler) {}

    /** A finished service and its handlers. */
    public record Finished(Service service, Map<OperationName, OperationHandler> handlers) {}

    /** Starts without operations. */
    public ServiceDraft(Reading reading) {
        this.reading = reading;
    }

    /** Returns the reading of the service. */
    public Reading reading() {
        return reading;
    }

    /** Keeps the first description: that of the annotation, or else the first sentence of the Javadoc. */
    public void describe(String description, String javadoc) {
        if (text.isEmpty()) {
            text = description.isBlank() ? DocText.firstSentence(javadoc) : DocText.clean(description);
        }
    }

    /** Adds an operation. */
    public void add(ReadOperation operation, OperationHandler handler) {
        entries.computeIfAbsent(operation.name().dottedPath(), path -> new ArrayList<>())
                .add(new Entry(operation, handler));
    }

    /** Returns the service in the order of its operations' names, or nothing if it has none. */
    public Optional<Finished> finish() {
        entries.forEach((path, same) -> {
            if (same.size() > 1) {
                reportCollision(path, same);
            }
        });
        List<Entry> kept = entries.values().stream().map(same -> same.get(0)).toList();
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        reportUndescribed(kept);
        List<Schema> roots = new ArrayList<>();
        kept.forEach(entry -> {
            roots.add(entry.operation().input());
            roots.add(entry.operation().output());
        });
        TypeSchemas.Named named = reading.schemas().name(roots);
        List<Operation> operations = new ArrayList<>();
        Map<OperationName, OperationHandler> handlers = new LinkedHashMap<>();
        for (Entry entry : kept) {
            operations.add(operation(entry.operation(), named.rename()));
            handlers.put(entry.operation().name(), entry.handler());
        }
        return Optional.of(
                new Finished(Service.of(reading.service(), Docs.of(text), operations, named.types()), handlers));
    }

    private static Operation operation(ReadOperation read, UnaryOperator<Schema> rename) {
        var annotation = read.method().annotation();
        return Operation.builder(read.name(), annotation.effect())
                .docs(read.docs())
                .input(rename.apply(read.input()))
                .output(rename.apply(read.output()))
                .returns(read.returns())
                .tags(List.of(annotation.tags()))
                .searchTerms(List.of(annotation.searchTerms()))
                .build();
    }

    /** Warns once for a service: an operation without a description is found only by its name. */
    private void reportUndescribed(List<Entry> all) {
        List<String> names = all.stream()
                .map(Entry::operation)
                .filter(operation -> operation.docs().text().isEmpty())
                .map(operation -> operation.name().dottedPath())
                .toList();
        if (!names.isEmpty()) {
            reading.issues()
                    .warning(
                            reading.service(),
                            (names.size() == 1 ? "One operation has" : names.size() + " operations have")
                                    + " no description: " + Visible.names(names, MAX_NAMED)
                                    + ". Models find such operations only by their names. Write Javadoc and compile with"
                                    + " codemode-processor, or set @CodeModeOperation(description = \"...\").");
        }
    }

    private void reportCollision(String path, List<Entry> same) {
        String name = reading.service() + "." + path;
        String methods = same.stream()
                .map(entry -> "\n    " + entry.operation().method().location())
                .collect(Collectors.joining());
        reading.issues()
                .error(
                        name,
                        (same.size() == 2 ? "Two" : String.valueOf(same.size())) + " operations are named '" + name
                                + "':" + methods + "\nGive one of them @CodeModeOperation(name = \"...\").");
    }
}
