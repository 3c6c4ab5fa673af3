package dev.codemode.validation.internal;

import dev.codemode.catalog.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Compares numbers with a schema's range. */
final class NumberCheck {
    private static final BigDecimal MAX_SAFE_INTEGER = BigDecimal.valueOf(9_007_199_254_740_991L);

    private NumberCheck() {}

    static boolean accepts(Schema.NumberSchema schema, Number number) {
        if (number instanceof Double d && !Double.isFinite(d)) {
            return false;
        }
        BigDecimal value = SchemaValidator.decimal(number);
        return kindAccepts(schema.kind(), value)
                && atLeast(schema.minimum(), value)
                && atMost(schema.maximum(), value)
                && multiple(schema.multipleOf(), value);
    }

    private static boolean kindAccepts(Schema.NumberSchema.Kind kind, BigDecimal value) {
        boolean whole = value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
        return kind == Schema.NumberSchema.Kind.DECIMAL || (whole && value.abs().compareTo(MAX_SAFE_INTEGER) <= 0);
    }

    private static boolean atLeast(Schema.@Nullable Bound bound, BigDecimal value) {
        return bound == null || value.compareTo(bound.value()) >= (bound.inclusive() ? 0 : 1);
    }

    private static boolean atMost(Schema.@Nullable Bound bound, BigDecimal value) {
        return bound == null || value.compareTo(bound.value()) <= (bound.inclusive() ? 0 : -1);
    }

    private static boolean multiple(@Nullable BigDecimal step, BigDecimal value) {
        return step == null || step.signum() <= 0 || value.remainder(step).signum() == 0;
    }
}
