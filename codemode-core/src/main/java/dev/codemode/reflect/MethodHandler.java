package dev.codemode.reflect;

import dev.codemode.reflect.internal.operation.Argument;
import dev.codemode.reflect.internal.operation.OperationMethod;
import dev.codemode.reflect.internal.operation.ReadOperation;
import dev.codemode.source.OperationCall;
import dev.codemode.source.OperationFailedException;
import dev.codemode.source.OperationHandler;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds the arguments, calls the bean's method and writes what it returns. Thread-safe if the bean is. */
final class MethodHandler implements OperationHandler {
    private final ReadOperation operation;
    private final Calling calling;
    private final List<String> paths;

    MethodHandler(ReadOperation operation, Calling calling) {
        this.operation = operation;
        this.calling = calling;
        this.paths = operation.arguments().stream().map(Argument::path).toList();
    }

    @Override
    public @Nullable Object invoke(OperationCall call) throws Exception {
        if (calling.closed().getAsBoolean()) {
            throw new OperationFailedException(operation.name() + ": the service has been closed.");
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        for (Argument argument : operation.arguments()) {
            arguments.add(argument.value(call, calling.mapping()));
        }
        refuseViolations(arguments);
        return operation.write(call(arguments), calling.mapping(), calling.maxElements());
    }

    private void refuseViolations(List<@Nullable Object> arguments) {
        OperationMethod method = operation.method();
        List<ArgumentCheck.Violation> violations = calling.check()
                .check(new ArgumentCheck.Invocation(method.bean().bean(), method.annotated(), arguments, paths));
        if (!violations.isEmpty()) {
            throw new OperationFailedException(violations.stream()
                    .map(violation -> Argument.sentence(operation.name(), violation.path(), violation.message()))
                    .collect(Collectors.joining("\n")));
        }
    }

    private @Nullable Object call(List<@Nullable Object> arguments) throws Exception {
        OperationMethod method = operation.method();
        try {
            return method.callable().invoke(method.bean().bean(), arguments.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }
}
