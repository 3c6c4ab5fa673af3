package dev.codemode.reflect;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.OperationName;
import dev.codemode.reflect.internal.DocText;
import dev.codemode.reflect.internal.Issues;
import dev.codemode.reflect.internal.JavadocResources;
import dev.codemode.reflect.internal.JsonMapping;
import dev.codemode.reflect.internal.Site;
import dev.codemode.reflect.internal.TypeSchemas;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;

/** Reads a method into an operation. Confined to one thread at a time. */
final class OperationReader {
    private final String service;
    private final TypeSchemas schemas;
    private final JsonMapping mapping;
    private final JavadocResources javadoc;
    private final Issues issues;

    OperationReader(String service, TypeSchemas schemas, JsonMapping mapping, JavadocResources javadoc, Issues issues) {
        this.service = service;
        this.schemas = schemas;
        this.mapping = mapping;
        this.javadoc = javadoc;
        this.issues = issues;
    }

    /** Returns the operation, or nothing if its name is none; other mistakes are issues beside it. */
    Optional<ReadOperation> read(OperationMethod method) {
        String name = method.annotation().name().isEmpty()
                ? method.annotated().getName()
                : method.annotation().name();
        List<String> path = List.of(name.split("\\.", -1));
        Optional<String> problem = OperationName.problem(service, path);
        if (problem.isPresent()) {
            issues.error(
                    method.location(), problem.get() + " Give the method a valid @CodeModeOperation(name = \"...\").");
        }
        JavadocResources.MethodText text = text(method);
        ParameterReader parameters = new ParameterReader(method, text, schemas, mapping, issues);
        ParameterReader.Input input = parameters.read();
        ResultShape result =
                ResultShape.of(method.returnType(mapping), mapping, schemas, Site.of(method.location(), "the result"));
        if (problem.isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ReadOperation(
                new OperationName(service, path),
                method,
                input.arguments(),
                result,
                input.schema(),
                docs(method, text),
                text.returns()));
    }

    /** Returns the Javadoc of the annotated method, completed by what the methods say that it overrides or implements. */
    private JavadocResources.MethodText text(OperationMethod method) {
        JavadocResources.MethodText text = JavadocResources.MethodText.NONE;
        for (Method declaration : method.declarations()) {
            text = text.inheriting(javadoc.of(declaration.getDeclaringClass()).method(declaration));
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
