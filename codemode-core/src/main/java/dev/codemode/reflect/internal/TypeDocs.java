package dev.codemode.reflect.internal;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.introspect.ObjectIdInfo;
import dev.codemode.catalog.Docs;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is written about a named type: the mapper's description, else Javadoc; an enum's constants one a line. */
final class TypeDocs {
    private TypeDocs() {}

    static Docs of(Class<?> type, MapperConfig<?> config, JavadocResources javadoc) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        AnnotatedClass annotations = AnnotatedClassResolver.resolve(config, config.constructType(type), config);
        String described = introspector.findClassDescription(annotations);
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
        lines.add(identity(introspector.findObjectIdInfo(annotations)));
        lines.removeIf(String::isEmpty);
        String deprecated = type.isAnnotationPresent(Deprecated.class) ? "Deprecated." : "";
        return new Docs(
                String.join("\n", lines),
                null,
                List.of(),
                text.deprecated().isEmpty() ? deprecated : text.deprecated());
    }

    private static String identity(@Nullable ObjectIdInfo identity) {
        return identity == null
                ? ""
                : "Given in full once; where the same one comes again, its " + identity.getPropertyName()
                        + " stands in its place.";
    }
}
