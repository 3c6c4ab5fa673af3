package dev.codemode.typescript;

import dev.codemode.catalog.Schema;
import dev.codemode.internal.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a type on one line and without documentation. Of an object within an object there are only the names; of a long
 * object, what a caller must give or surely gets comes first, and the rest by name as far as it fits.
 */
final class BriefType extends TypeText {
    private static final int MAX_VALUES = 8;
    private static final int NAMES_SHARE = 3;

    private final int maxCharacters;
    private final boolean outermost;

    private BriefType(int maxCharacters, boolean outermost) {
        super("");
        this.maxCharacters = maxCharacters;
        this.outermost = outermost;
    }

    /** Returns the type, of an object as many members as fit into about so many characters. */
    static String of(Schema schema, int maxCharacters) {
        return schema.match(new BriefType(maxCharacters, true));
    }

    @Override
    public String ofConstant(Schema.ConstantSchema schema) {
        List<String> values =
                schema.values().stream().limit(MAX_VALUES).map(Json::write).toList();
        int more = schema.values().size() - values.size();
        return String.join(" | ", values) + (more > 0 ? " /* " + more + " more */" : "");
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
            String member = name(property) + ": " + property.schema().match(inner());
            left -= member.length() + 2;
            // What is required is written out for longer, since no call can do without.
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

    private String names(List<Schema.Property> properties) {
        if (properties.isEmpty()) {
            return "";
        }
        StringBuilder names = new StringBuilder();
        int shown = 0;
        for (Schema.Property property : properties) {
            String name = name(property).replace("*/", "*\\/");
            if (shown > 0 && names.length() + name.length() > maxCharacters / NAMES_SHARE) {
                break;
            }
            names.append(shown++ == 0 ? "" : ", ").append(name);
        }
        int more = properties.size() - shown;
        return "/* " + names + (more > 0 ? ", " + more + " more" : "") + " */";
    }
}
