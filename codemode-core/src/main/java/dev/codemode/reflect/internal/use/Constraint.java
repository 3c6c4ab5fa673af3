package dev.codemode.reflect.internal.use;

import dev.codemode.catalog.Schema;
import java.lang.annotation.Annotation;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One constraint annotation, its attributes read by name. */
final class Constraint {
    private static final Set<String> PACKAGES = Set.of(
            "jakarta.validation.constraints", "javax.validation.constraints", "org.hibernate.validator.constraints");
    private static final Set<String> META = Set.of("jakarta.validation.Constraint", "javax.validation.Constraint");

    private final Annotation annotation;

    Constraint(Annotation annotation) {
        this.annotation = annotation;
    }

    /** Returns the simple name of a built-in constraint; empty for one that the host defines. */
    String name() {
        Class<?> type = annotation.annotationType();
        return PACKAGES.contains(type.getPackageName()) ? type.getSimpleName() : "";
    }

    boolean isConstraint() {
        return Arrays.stream(annotation.annotationType().getAnnotations())
                .anyMatch(meta -> META.contains(meta.annotationType().getName()));
    }

    /** Returns whether the annotation holds several of one constraint. */
    boolean isList() {
        return annotation.annotationType().getSimpleName().equals("List")
                && elements().length > 0
                && new Constraint(elements()[0]).isConstraint();
    }

    Annotation[] elements() {
        return attribute("value") instanceof Annotation[] elements ? elements : new Annotation[0];
    }

    boolean inDefaultGroup() {
        if (!(attribute("groups") instanceof Class<?>[] groups) || groups.length == 0) {
            return true;
        }
        return Arrays.stream(groups).anyMatch(group -> group.getName().endsWith("validation.groups.Default"));
    }

    @Nullable Integer min() {
        return attribute("min") instanceof Integer min && min > 0 ? min : null;
    }

    @Nullable Integer max() {
        return attribute("max") instanceof Integer max && max < Integer.MAX_VALUE ? max : null;
    }

    long rangeMin() {
        return attribute("min") instanceof Long min ? min : Long.MIN_VALUE;
    }

    long rangeMax() {
        return attribute("max") instanceof Long max ? max : Long.MAX_VALUE;
    }

    Schema.Bound bound() {
        Object value = attribute("value");
        boolean inclusive = !(attribute("inclusive") instanceof Boolean stated) || stated;
        return new Schema.Bound(new BigDecimal(String.valueOf(value)), inclusive);
    }

    /** Returns the regular expression in ECMAScript's syntax, anchored as {@code matches} is, if it has one. */
    Optional<String> pattern() {
        boolean flags = attribute("flags") instanceof Object[] given && given.length > 0;
        return flags ? Optional.empty() : JavaPatterns.toEcma(String.valueOf(attribute("regexp")));
    }

    /** Returns what the schema cannot express of this constraint. */
    Optional<String> sentence(Schema schema) {
        return switch (name()) {
            case "Pattern" ->
                pattern().isPresent()
                        ? Optional.empty()
                        : Optional.of("Must match the Java regular expression " + attribute("regexp"));
            case "Size" -> schema instanceof Schema.ObjectSchema ? Optional.of(sizeWords()) : Optional.empty();
            case "NotEmpty" ->
                schema instanceof Schema.ObjectSchema ? Optional.of("Must not be empty.") : Optional.empty();
            case "Digits" ->
                Optional.of("At most " + attribute("integer") + " digits before the decimal point and "
                        + attribute("fraction") + " after it.");
            case "Past" -> Optional.of("Must be in the past.");
            case "PastOrPresent" -> Optional.of("Must not be in the future.");
            case "Future" -> Optional.of("Must be in the future.");
            case "FutureOrPresent" -> Optional.of("Must not be in the past.");
            default -> Optional.empty();
        };
    }

    private String sizeWords() {
        Integer min = min();
        Integer max = max();
        if (max == null) {
            return "At least " + (min == null ? 0 : min) + " entries.";
        }
        return min == null ? "At most " + max + " entries." : "From " + min + " to " + max + " entries.";
    }

    private @Nullable Object attribute(String name) {
        try {
            Object value = annotation.annotationType().getMethod(name).invoke(annotation);
            return value != null && value.getClass().isArray() && Array.getLength(value) == 0 ? null : value;
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return null;
        }
    }
}
