package dev.codemode.reflect.internal.docs;

import dev.codemode.catalog.Docs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documentation of a named type: the mapper's description, or else the Javadoc; an enum's constants one per line.
 */
public final class TypeDocs {
    private TypeDocs() {}

    /**
     * Returns the documentation of a type.
     *
     * @param described the mapper's own description; null or blank if it has none
     * @param identity the property that stands for an object that was already given; null if there is none
     */
    public static Docs of(
            Class<?> type, @Nullable String described, @Nullable String identity, JavadocResources javadoc) {
        JavadocResources.TypeText text = javadoc.of(type);
        List<String> lines = new ArrayList<>();
        lines.add(described == null || described.isBlank() ? text.text() : DocText.clean(described));
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                String meaning = text.member(((Enum<?>) constant).name());
                if (!meaning.isEmpty()) {
                    lines.add(((Enum<?>) constant).name() + ": " + meaning);
                }
            }
        }
        if (identity != null) {
            lines.add("Given in full once; where the same one appears again, its " + identity + " stands for it.");
        }
        lines.removeIf(String::isEmpty);
        String deprecated = type.isAnnotationPresent(Deprecated.class) ? "Deprecated." : "";
        return new Docs(
                String.join("\n", lines),
                null,
                List.of(),
                text.deprecated().isEmpty() ? deprecated : text.deprecated());
    }
}
