package dev.codemode.validation.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.internal.json.JsonPath;
import dev.codemode.internal.words.Suggestions;
import dev.codemode.internal.words.Visible;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The check of one object: missing properties, unknown properties, and each property's own check. */
final class ObjectCheck {
    private static final int MAX_KNOWN = 12;

    private final Place place;
    private final Map<?, ?> value;
    private final Problems problems;
    private final boolean open;
    private final Service service;

    ObjectCheck(Place place, Map<?, ?> value, Problems problems, boolean open, Service service) {
        this.place = place;
        this.value = value;
        this.problems = problems;
        this.open = open;
        this.service = service;
    }

    /** Checks a property's value against its schema. */
    interface PropertyCheck {
        boolean run(Place place, @Nullable Object value, Schema schema);

        /** Whether null is a value of the schema; reports no problem. */
        boolean takesNull(Schema schema);
    }

    boolean run(Schema.ObjectSchema schema, PropertyCheck check) {
        Set<Object> named = new HashSet<>();
        boolean valid = true;
        for (Schema.Property property : schema.properties()) {
            named.add(property.name());
            if (isNullForNothing(property, check)) {
                valid = problems.add(() -> place.property(property.name()).subject()
                        + " must not be null: leave it out, or pass "
                        + SchemaWords.describe(property.schema(), service) + " (at "
                        + place.property(property.name()).path() + ")");
            } else if (value.containsKey(property.name())) {
                valid &= check.run(place.property(property.name()), value.get(property.name()), property.schema());
            } else if (property.required()) {
                valid = problems.add(() -> place.property(property.name()).subject() + " is missing: it must be "
                        + SchemaWords.describe(property.schema(), service) + " (at " + place.path() + ")");
            }
        }
        for (Map.Entry<?, ?> entry : value.entrySet()) {
            if (problems.full()) {
                return false;
            }
            if (entry.getKey() instanceof String name && !named.contains(name)) {
                valid &= unnamed(schema, name, entry.getValue(), check);
            }
        }
        return valid;
    }

    /** Whether null stands for an absent optional property whose values do not include null. */
    private boolean isNullForNothing(Schema.Property property, PropertyCheck check) {
        return !property.required()
                && value.containsKey(property.name())
                && value.get(property.name()) == null
                && !check.takesNull(property.schema());
    }

    private boolean unnamed(Schema.ObjectSchema schema, String name, @Nullable Object item, PropertyCheck check) {
        boolean matched = false;
        boolean valid = true;
        for (Map.Entry<String, Schema> pattern : schema.patterns().entrySet()) {
            PatternCheck.Verdict verdict = PatternCheck.check(pattern.getKey(), name, problems.budget());
            if (verdict == PatternCheck.Verdict.TOO_COSTLY) {
                return problems.add(
                        () -> place.property(name).subject() + " takes too long to compare with the pattern "
                                + pattern.getKey() + " (at " + place.path() + ")");
            }
            if (verdict == PatternCheck.Verdict.MATCHES) {
                matched = true;
                valid &= check.run(place.property(name), item, pattern.getValue());
            }
        }
        if (matched || open) {
            return valid;
        }
        return schema.additional() instanceof Schema.NeverSchema
                ? unknown(schema, name)
                : check.run(place.property(name), item, schema.additional());
    }

    private boolean unknown(Schema.ObjectSchema schema, String name) {
        return problems.add(() -> place.subject() + " has no property " + Place.quoted("$" + JsonPath.property(name))
                + " (at " + place.path() + "; " + hint(schema, name) + ")");
    }

    private static String hint(Schema.ObjectSchema schema, String name) {
        List<String> known =
                schema.properties().stream().map(Schema.Property::name).toList();
        List<String> meant = Suggestions.closest(name, known, 1);
        if (!meant.isEmpty()) {
            return "did you mean '" + Visible.name(meant.get(0)) + "'?";
        }
        return known.isEmpty() ? "no properties are allowed" : "known: " + Visible.names(known, MAX_KNOWN);
    }
}
