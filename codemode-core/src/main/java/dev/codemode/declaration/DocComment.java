package dev.codemode.declaration;

import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Schema;
import dev.codemode.internal.words.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes documentation and constraints as {@code /** … *}{@code /} comments. */
final class DocComment {
    /** The pattern that means "not blank" in a schema. */
    private static final String NOT_BLANK = "\\S";

    private DocComment() {}

    /** Returns the text about a property: its prose, then whatever the type itself cannot say, in brackets. */
    static String of(Docs docs, Schema schema) {
        List<String> facts = new ArrayList<>(facts(schema));
        if (docs.defaultJson() != null) {
            facts.add("default " + docs.defaultJson());
        }
        docs.examples().stream().limit(2).forEach(example -> facts.add("example " + example));
        String text = docs.text().strip();
        boolean plain = text.isEmpty() && facts.equals(List.of("integer"));
        String constraints = facts.isEmpty() || plain ? "" : "(" + String.join(", ", facts) + ")";
        String deprecated = docs.deprecated().isBlank()
                ? ""
                : "@deprecated " + docs.deprecated().strip();
        return String.join(
                "\n",
                List.of((text + " " + constraints).strip(), deprecated).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    /** Returns the comment's lines, or none if there is no text. */
    static List<String> lines(String text, String indent) {
        String safe = Visible.prose(text).strip().replace("*/", "*\\/");
        if (safe.isEmpty()) {
            return List.of();
        }
        if (!safe.contains("\n")) {
            return List.of(indent + "/** " + safe + " */");
        }
        List<String> lines = new ArrayList<>();
        lines.add(indent + "/**");
        for (String line : safe.split("\n", -1)) {
            lines.add((indent + " * " + line.strip()).stripTrailing());
        }
        lines.add(indent + " */");
        return lines;
    }

    private static List<String> facts(Schema schema) {
        if (schema instanceof Schema.UnionSchema union) {
            return union.options().stream()
                    .flatMap(option -> facts(option).stream())
                    .distinct()
                    .toList();
        }
        if (schema instanceof Schema.NumberSchema number) {
            return numberFacts(number);
        }
        if (schema instanceof Schema.StringSchema string) {
            return stringFacts(string);
        }
        if (schema instanceof Schema.ArraySchema array) {
            List<String> facts = new ArrayList<>(formats(array));
            facts.addAll(sizeFacts(array.minItems(), array.maxItems(), "item"));
            return facts;
        }
        return List.of();
    }

    /** Returns the formats of a string, or of the strings in an array: {@code base64}, {@code each base64}. */
    static List<String> formats(Schema schema) {
        if (schema instanceof Schema.UnionSchema union) {
            return union.options().stream()
                    .flatMap(option -> formats(option).stream())
                    .distinct()
                    .toList();
        }
        if (schema instanceof Schema.ArraySchema array) {
            return formats(array.items()).stream()
                    .map(format -> format.startsWith("each ") ? format : "each " + format)
                    .toList();
        }
        return schema instanceof Schema.StringSchema string && string.format() != null
                ? List.of(string.format())
                : List.of();
    }

    private static List<String> numberFacts(Schema.NumberSchema number) {
        List<String> facts = new ArrayList<>();
        if (number.kind() == Schema.NumberSchema.Kind.INTEGER) {
            facts.add("integer");
        }
        Schema.Bound least = number.minimum();
        Schema.Bound most = number.maximum();
        if (least != null && most != null && least.inclusive() && most.inclusive()) {
            facts.add(least.value().toPlainString() + " to " + most.value().toPlainString());
        } else {
            if (least != null) {
                facts.add((least.inclusive() ? "at least " : "above ")
                        + least.value().toPlainString());
            }
            if (most != null) {
                facts.add((most.inclusive() ? "at most " : "below ")
                        + most.value().toPlainString());
            }
        }
        if (number.multipleOf() != null) {
            facts.add("multiple of " + number.multipleOf().toPlainString());
        }
        return facts;
    }

    private static List<String> stringFacts(Schema.StringSchema string) {
        List<String> facts = new ArrayList<>();
        if (string.format() != null) {
            facts.add(string.format());
        }
        boolean notBlank = NOT_BLANK.equals(string.pattern());
        Integer least = notBlank && Objects.equals(string.minLength(), 1) ? null : string.minLength();
        facts.addAll(sizeFacts(least, string.maxLength(), "character"));
        if (notBlank) {
            facts.add("not blank");
        } else if (string.pattern() != null) {
            facts.add("matches " + string.pattern());
        }
        return facts;
    }

    private static List<String> sizeFacts(@Nullable Integer least, @Nullable Integer most, String thing) {
        if (least == null && most == null) {
            return List.of();
        }
        String range = least == null ? "at most " + most : most == null ? "at least " + least : least + " to " + most;
        boolean one = most == null ? least != null && least == 1 : most == 1;
        return List.of(range + " " + thing + (one ? "" : "s"));
    }
}
