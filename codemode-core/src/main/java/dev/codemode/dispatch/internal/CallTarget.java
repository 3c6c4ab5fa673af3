package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.source.OperationHandler;
import dev.codemode.validation.internal.SchemaValidator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation with all that its calls need and that no call changes. Immutable and thread-safe. */
final class CallTarget {
    private final Operation operation;
    private final Service service;
    private final OperationHandler handler;
    private final SchemaValidator validator;
    private final Schema accepted;

    CallTarget(Operation operation, Service service, OperationHandler handler) {
        this.operation = operation;
        this.service = service;
        this.handler = handler;
        this.validator = new SchemaValidator(service);
        this.accepted = service.acceptedInput(operation);
    }

    Operation operation() {
        return operation;
    }

    Service service() {
        return service;
    }

    OperationHandler handler() {
        return handler;
    }

    /** Returns why the arguments cannot be accepted; empty if they can. */
    List<String> problems(@Nullable Object arguments) {
        return validator.validate(accepted, arguments);
    }

    /** Returns where the arguments differ from the declaration, which they need not always match. */
    List<String> differences(@Nullable Object arguments) {
        return validator.validate(operation.input(), arguments);
    }
}
