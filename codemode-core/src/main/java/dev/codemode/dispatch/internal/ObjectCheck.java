package dev.codemode.dispatch.internal;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.internal.JsonPath;
import dev.codemode.internal.Suggestions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The check of one object: what is missing, what is unknown, and each property's own check. */
final class ObjectCheck {
    private final String path;
    private final String subject;
    private final Map<?, ?> value;
    private final List<String> problems;
    private final boolean open;
    private final Service service;

    ObjectCheck(String path, String subject, Map<?, ?> value, List<String> problems, boolean open, Service service) {
        this.path = path;
        this.subject = subject;
        this.value = value;
        this.problems = problems;
        this.open = open;
        this.service = service;
    }

    /** Checks a property's value against its schema. */
    interface PropertyCheck {
        boolean run(String path, @Nullable Object value, Schema schema);
    }

    boolean run(Schema.ObjectSchema schema, PropertyCheck check) {
        Set<Object> named = new HashSet<>();
        boolean valid = true;
        for (Schema.Property property : schema.properties()) {
            named.add(property.name());
            if (value.containsKey(property.name())) {
                valid &= check.run(place(property.name()), value.get(property.name()), property.schema());
            } else if (property.required()) {
                valid = false;
                problems.add(SchemaValidator.quoted(place(property.name())) + " is missing: it must be "
                        + SchemaWords.describe(property.schema(), service) + " (at " + path + ")");
            }
        }
        for (Map.Entry<?, ?> entry : value.entrySet()) {
            if (entry.getKey() instanceof String name && !named.contains(name)) {
                valid &= unnamed(schema, name, entry.getValue(), check);
            }
        }
        return valid;
    }

    private boolean unnamed(Schema.ObjectSchema schema, String name, @Nullable Object item, PropertyCheck check) {
        boolean matched = false;
        boolean valid = true;
        for (Map.Entry<String, Schema> pattern : schema.patterns().entrySet()) {
            if (PatternCheck.check(pattern.getKey(), name) == PatternCheck.Verdict.MATCHES) {
                matched = true;
                valid &= check.run(place(name), item, pattern.getValue());
            }
        }
        if (matched || open) {
            return valid;
        }
        return schema.additional() instanceof Schema.NeverSchema
                ? unknown(schema, name)
                : check.run(place(name), item, schema.additional());
    }

    private boolean unknown(Schema.ObjectSchema schema, String name) {
        List<String> known =
                schema.properties().stream().map(Schema.Property::name).toList();
        List<String> meant = Suggestions.closest(name, known, 1);
        String hint;
        if (!meant.isEmpty()) {
            hint = "did you mean '" + meant.get(0) + "'?";
        } else if (known.isEmpty()) {
            hint = "no properties are allowed";
        } else {
            hint = "known: " + String.join(", ", known.subList(0, Math.min(12, known.size())))
                    + (known.size() > 12 ? ", …" : "");
        }
        problems.add(subject + " has no property " + SchemaValidator.quoted("$" + JsonPath.property(name)) + " (at "
                + path + "; " + hint + ")");
        return false;
    }

    private String place(String name) {
        return path + JsonPath.property(name);
    }
}
