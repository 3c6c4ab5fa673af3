package dev.codemode.reflect;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Checks arguments with Jakarta Validation (3.1, 5.1.2, method validation), for constraints that a schema cannot
 * express: the host's own, those across several parameters, and those of cascaded validation. Needs the optional
 * dependency {@code jakarta.validation-api}. Thread-safe.
 *
 * @since 0.1
 */
public final class BeanValidation implements ArgumentCheck {
    private final Validator validator;

    private BeanValidation(Validator validator) {
        this.validator = validator;
    }

    /** Returns a check by the validator. Its messages are shown to scripts. */
    public static BeanValidation of(Validator validator) {
        return new BeanValidation(Objects.requireNonNull(validator, "validator"));
    }

    @Override
    public List<Violation> check(Invocation invocation) {
        Set<ConstraintViolation<Object>> violations = validator
                .forExecutables()
                .validateParameters(
                        invocation.bean(),
                        invocation.method(),
                        invocation.arguments().toArray());
        return violations.stream()
                .map(violation -> new Violation(path(violation.getPropertyPath(), invocation), violation.getMessage()))
                .sorted(Comparator.comparing(Violation::path).thenComparing(Violation::message))
                .toList();
    }

    private static String path(Path path, Invocation invocation) {
        StringBuilder json = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getKind() == ElementKind.PARAMETER) {
                int index = node.as(Path.ParameterNode.class).getParameterIndex();
                json.append(invocation.paths().get(index));
                continue;
            }
            if (node.getIndex() != null) {
                json.append('[').append(node.getIndex()).append(']');
            } else if (node.getKey() != null) {
                json.append('.').append(node.getKey());
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                json.append('.').append(node.getName());
            }
        }
        return json.isEmpty() ? "$" : json.toString();
    }
}
