package dev.codemode.reflect.internal.use;

import dev.codemode.catalog.Schema;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The constraints of Bean Validation on one use of a type, read by name so that its API need not be present.
 * Constraints of groups other than the default are left out; composed constraints (Jakarta Validation 3.1, 3.3) are
 * followed. What a schema cannot express becomes a sentence.
 */
public final class Constraints {
    private static final int MAX_DEPTH = 5;

    private final List<Constraint> constraints = new ArrayList<>();

    private Constraints() {}

    /** Returns the constraints on a use. */
    public static Constraints of(TypeUse use) {
        Constraints constraints = new Constraints();
        constraints.collect(use.annotations().toArray(Annotation[]::new), 0);
        return constraints;
    }

    private void collect(Annotation[] annotations, int depth) {
        for (Annotation annotation : annotations) {
            Constraint constraint = new Constraint(annotation);
            if (constraint.isList()) {
                collect(constraint.elements(), depth);
            } else if (constraint.isConstraint() && constraint.inDefaultGroup()) {
                constraints.add(constraint);
                if (depth < MAX_DEPTH) {
                    collect(annotation.annotationType().getAnnotations(), depth + 1);
                }
            }
        }
    }

    boolean refuseNull() {
        return constraints.stream().anyMatch(c -> switch (c.name()) {
            case "NotNull", "NotBlank", "NotEmpty" -> true;
            default -> false;
        });
    }

    /** Returns the schema with the bounds that it can express. */
    public Schema narrow(Schema schema) {
        Schema narrowed = schema;
        for (Constraint constraint : constraints) {
            narrowed = narrow(narrowed, constraint);
        }
        return narrowed;
    }

    private static Schema narrow(Schema schema, Constraint constraint) {
        if (schema instanceof Schema.NumberSchema number) {
            return narrow(number, constraint);
        }
        if (schema instanceof Schema.StringSchema string) {
            return narrow(string, constraint);
        }
        if (schema instanceof Schema.ArraySchema array) {
            return switch (constraint.name()) {
                case "NotEmpty" -> new Schema.ArraySchema(array.items(), larger(array.minItems(), 1), array.maxItems());
                case "Size" ->
                    new Schema.ArraySchema(
                            array.items(),
                            larger(array.minItems(), constraint.min()),
                            smaller(array.maxItems(), constraint.max()));
                default -> schema;
            };
        }
        if (schema instanceof Schema.BooleanSchema) {
            return switch (constraint.name()) {
                case "AssertTrue" -> Schema.constants(true);
                case "AssertFalse" -> Schema.constants(false);
                default -> schema;
            };
        }
        return schema;
    }

    private static Schema narrow(Schema.NumberSchema number, Constraint constraint) {
        return switch (constraint.name()) {
            case "Min" -> atLeast(number, constraint.bound());
            case "Max" -> atMost(number, constraint.bound());
            case "DecimalMin" -> atLeast(number, constraint.bound());
            case "DecimalMax" -> atMost(number, constraint.bound());
            case "Positive" -> atLeast(number, new Schema.Bound(BigDecimal.ZERO, false));
            case "PositiveOrZero" -> atLeast(number, new Schema.Bound(BigDecimal.ZERO, true));
            case "Negative" -> atMost(number, new Schema.Bound(BigDecimal.ZERO, false));
            case "NegativeOrZero" -> atMost(number, new Schema.Bound(BigDecimal.ZERO, true));
            case "Range" ->
                atMost(atLeast(number, Schema.Bound.at(constraint.rangeMin())), Schema.Bound.at(constraint.rangeMax()));
            default -> number;
        };
    }

    private static Schema.NumberSchema atLeast(Schema.NumberSchema number, Schema.Bound bound) {
        Schema.Bound old = number.minimum();
        boolean tighter = old == null || stricter(bound, old, bound.value().compareTo(old.value()));
        return tighter ? number.between(bound, number.maximum()) : number;
    }

    private static Schema.NumberSchema atMost(Schema.NumberSchema number, Schema.Bound bound) {
        Schema.Bound old = number.maximum();
        boolean tighter = old == null || stricter(bound, old, old.value().compareTo(bound.value()));
        return tighter ? number.between(number.minimum(), bound) : number;
    }

    private static boolean stricter(Schema.Bound bound, Schema.Bound old, int inward) {
        return inward > 0 || (inward == 0 && old.inclusive() && !bound.inclusive());
    }

    private static Schema narrow(Schema.StringSchema string, Constraint constraint) {
        return switch (constraint.name()) {
            case "NotEmpty" -> withLength(string, 1, null);
            case "Size", "Length" -> withLength(string, constraint.min(), constraint.max());
            case "NotBlank" -> withLength(withPattern(string, "\\S"), 1, null);
            case "Email" -> string.format() == null ? withFormat(string, "email") : string;
            case "Pattern" ->
                constraint
                        .pattern()
                        .map(pattern -> withPattern(string, pattern))
                        .orElse(string);
            default -> string;
        };
    }

    private static Schema.StringSchema withLength(
            Schema.StringSchema string, @Nullable Integer min, @Nullable Integer max) {
        return new Schema.StringSchema(
                string.format(), larger(string.minLength(), min), smaller(string.maxLength(), max), string.pattern());
    }

    /** Adds a pattern; a host's own replaces the one of {@code @NotBlank}, whose length stays. */
    private static Schema.StringSchema withPattern(Schema.StringSchema string, String pattern) {
        boolean keep = string.pattern() != null && pattern.equals("\\S");
        return keep
                ? string
                : new Schema.StringSchema(string.format(), string.minLength(), string.maxLength(), pattern);
    }

    private static Schema.StringSchema withFormat(Schema.StringSchema string, String format) {
        return new Schema.StringSchema(format, string.minLength(), string.maxLength(), string.pattern());
    }

    private static @Nullable Integer larger(@Nullable Integer a, @Nullable Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.max(a, b);
    }

    private static @Nullable Integer smaller(@Nullable Integer a, @Nullable Integer b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return Math.min(a, b);
    }

    /** Returns a sentence for each constraint that the schema cannot express. */
    public List<String> sentences(Schema schema) {
        return constraints.stream()
                .map(constraint -> constraint.sentence(schema))
                .flatMap(Optional::stream)
                .toList();
    }
}
