package dev.codemode.declaration;

import dev.codemode.catalog.Schema;
import dev.codemode.catalog.internal.EcmaIdentifier;
import dev.codemode.internal.json.Json;
import dev.codemode.internal.words.Excerpt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Writes a type on one line and without documentation. An object within an object is given by its names only; in a long
 * object, the members that a caller must supply or always gets come first, and the rest follow by name as far as they
 * fit; of many values, options or parts, only the first are given. A value or name that is too long is clipped, and the
 * text says what was cut.
 */
final class BriefType extends TypeText {
    private static final int MAX_VALUES = 8;
    private static final int MAX_LITERAL = 100;
    private static final int NAMES_SHARE = 3;

    private final int maxCharacters;
    private final boolean outermost;

    private BriefType(int maxCharacters, boolean outermost) {
        super("");
        this.maxCharacters = maxCharacters;
        this.outermost = outermost;
    }

    /** Returns the type; an object has as many members as fit into about that many characters. */
    static String of(Schema schema, int maxCharacters) {
        return schema.match(new BriefType(maxCharacters, true));
    }

    @Override
    public String ofConstant(Schema.ConstantSchema schema) {
        String values = String.join(
                " | ",
                schema.values().stream()
                        .limit(MAX_VALUES)
                        .map(BriefType::literal)
                        .toList());
        return values + more(schema.values().size());
    }

    private static String literal(Object value) {
        if (value instanceof String text && text.length() > MAX_LITERAL) {
            return String.format(
                    Locale.ROOT, "%s /* %,d characters */", Json.visible(Excerpt.of(text, MAX_LITERAL)), text.length());
        }
        return Json.visible(value);
    }

    private static String more(int size) {
        return size > MAX_VALUES ? String.format(Locale.ROOT, " /* %,d more */", size - MAX_VALUES) : "";
    }

    @Override
    public String ofTuple(Schema.TupleSchema schema) {
        String items = super.ofTuple(new Schema.TupleSchema(first(schema.items())));
        return items.substring(0, items.length() - 1) + more(schema.items().size()) + "]";
    }

    @Override
    public String ofUnion(Schema.UnionSchema schema) {
        return super.ofUnion(new Schema.UnionSchema(first(schema.options()), schema.discriminator()))
                + more(schema.options().size());
    }

    @Override
    public String ofIntersection(Schema.IntersectionSchema schema) {
        return super.ofIntersection(new Schema.IntersectionSchema(first(schema.parts())))
                + more(schema.parts().size());
    }

    private static List<Schema> first(List<Schema> schemas) {
        return schemas.subList(0, Math.min(MAX_VALUES, schemas.size()));
    }

    @Override
    public String ofObject(Schema.ObjectSchema schema) {
        List<Schema.Property> properties = new ArrayList<>(schema.properties());
        if (properties.isEmpty()) {
            boolean anything = !schema.closed() && schema.patterns().isEmpty();
            return anything ? "{ [key: string]: " + schema.additional().match(inner()) + " }" : "{}";
        }
        properties.sort(Comparator.comparing(property -> !property.required()));
        List<String> members = new ArrayList<>();
        int left = maxCharacters;
        for (Schema.Property property : outermost ? properties : List.<Schema.Property>of()) {
            String member = clippedName(property) + ": " + property.schema().match(inner());
            left -= member.length() + 2;
            // Required members are written out for longer, since no call can do without them.
            if (left < (property.required() ? -maxCharacters : 0)) {
                break;
            }
            members.add(member);
        }
        List<Schema.Property> rest = properties.subList(members.size(), properties.size());
        String typed = String.join("; ", members);
        return "{ " + (typed + (typed.isEmpty() || rest.isEmpty() ? "" : "; ") + names(rest)).strip() + " }";
    }

    private BriefType inner() {
        return new BriefType(maxCharacters / NAMES_SHARE, false);
    }

    private static String clippedName(Schema.Property property) {
        String name = property.name();
        boolean whole = name.length() <= MAX_LITERAL && EcmaIdentifier.matches(name);
        return (whole ? name : literal(name)) + (property.required() ? "" : "?");
    }

    private String names(List<Schema.Property> properties) {
        if (properties.isEmpty()) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        int shown = 0;
        for (Schema.Property property : properties) {
            String name = name(property);
            name = name.length() > MAX_LITERAL ? Json.visible(Excerpt.of(property.name(), MAX_LITERAL)) : name;
            name = name.replace("*/", "*\\/");
            if (shown > 0 && names.length() + name.length() > maxCharacters / NAMES_SHARE) {
                break;
            }
            names.append(shown++ == 0 ? "" : ", ").append(name);
        }
        int more = properties.size() - shown;
        return "/* " + names + (more > 0 ? String.format(Locale.ROOT, ", %,d more", more) : "") + " */";
    }
}
