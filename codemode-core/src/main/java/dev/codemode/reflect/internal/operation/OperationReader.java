package dev.codemode.reflect.internal.operation;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.OperationName;
import dev.codemode.reflect.internal.docs.DocText;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.use.Usage;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Reads a method into an operation. Confined to one thread at a time. */
public final class OperationReader {
    private final Reading reading;

    /** Starts with the reading of a service. */
    public OperationReader(Reading reading) {
        this.reading = reading;
    }

    /** Returns the operation, or nothing if its name is not valid; other mistakes become issues as well. */
    public Optional<ReadOperation> read(OperationMethod method) {
        String name = method.annotation().name().isEmpty()
                ? method.annotated().getName()
                : method.annotation().name();
        List<String> path = List.of(name.split("\\.", -1));
        Optional<String> problem = OperationName.problem(reading.service(), path);
        if (problem.isPresent()) {
            reading.error(method, problem.get() + " Give the method a valid @CodeModeOperation(name = \"...\").");
        }
        JavadocResources.MethodText text = text(method);
        ParameterReader.Input input = new ParameterReader(method, text, reading).read();
        ResultShape result = ResultShape.of(
                method.returnType(reading.mapping()), reading, Usage.of(method.location(), "the result"));
        if (problem.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ReadOperation(
                new OperationName(reading.service(), path),
                method,
                input.arguments(),
                result,
                input.schema(),
                docs(method, text),
                text.returns()));
    }

    /**
     * Returns the Javadoc of the annotated method, completed by that of the methods that it overrides or implements.
     */
    private JavadocResources.MethodText text(OperationMethod method) {
        JavadocResources.MethodText text = JavadocResources.MethodText.NONE;
        for (Method declaration : method.declarations()) {
            text = text.inheriting(
                    reading.javadoc().of(declaration.getDeclaringClass()).method(declaration));
        }
        return text.inheriting(JavadocResources.MethodText.NONE);
    }

    private static Docs docs(OperationMethod method, JavadocResources.MethodText text) {
        String described = method.annotation().description();
        boolean marked = method.annotated().isAnnotationPresent(Deprecated.class);
        String deprecated = text.deprecated().isEmpty() && marked ? "Deprecated." : text.deprecated();
        return new Docs(described.isBlank() ? text.text() : DocText.clean(described), null, List.of(), deprecated);
    }
}
