package dev.codemode.reflect;

import dev.codemode.catalog.Caller;
import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.source.OperationCall;
import dev.codemode.source.SourceSnapshot;
import dev.codemode.validation.internal.SchemaValidator;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A loaded source with one service, and short ways to look at it. */
record Loaded(SourceSnapshot snapshot) {
    static Loaded of(Object... beans) {
        return new Loaded(AnnotatedServices.of(beans).load());
    }

    Service service() {
        return snapshot.services().get(0);
    }

    Operation operation(String path) {
        return service().operations().get(path);
    }

    Schema type(String name) {
        return service().types().get(name).schema();
    }

    Schema.Property parameter(String path, String name) {
        return service().parameters(operation(path)).stream()
                .filter(property -> property.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Object call(String path, Map<String, Object> arguments) throws Exception {
        Operation operation = operation(path);
        Caller caller = Caller.of("ann");
        return snapshot.handlers()
                .get(operation.name())
                .invoke(new OperationCall(operation, arguments, caller, "execution-1", 1, Instant.EPOCH));
    }

    /** Returns what is wrong with arguments, as the dispatcher finds it before a call. */
    List<String> refusals(String path, Map<String, Object> arguments) {
        return new SchemaValidator(service()).validate(operation(path).input(), arguments);
    }

    /** Returns where a result is not what was declared. */
    List<String> mismatches(String path, Object result) {
        return new SchemaValidator(service()).validate(operation(path).output(), result);
    }

    /** Returns the service as a model reads it. */
    String declarations() {
        return TypeScriptDeclarations.of(Catalog.of(List.of(service()))).service(service());
    }

    /** Returns the issues of the beans, without the one about missing descriptions: most tests need no descriptions. */
    List<String> issues() {
        return snapshot.issues().stream()
                .filter(issue -> !issue.message().contains(" no description: "))
                .map(issue -> issue.severity() + " " + issue.location() + ": " + issue.message())
                .toList();
    }
}
