package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.introspect.ObjectIdInfo;
import dev.codemode.catalog.Docs;
import dev.codemode.reflect.internal.docs.JavadocResources;
import dev.codemode.reflect.internal.docs.TypeDocs;

/** The documentation of a named type, with what the mapper's annotations say about it. */
final class MapperDocs {
    private MapperDocs() {}

    static Docs of(Class<?> type, MapperConfig<?> config, JavadocResources javadoc) {
        AnnotationIntrospector introspector = config.getAnnotationIntrospector();
        AnnotatedClass annotations = AnnotatedClassResolver.resolve(config, config.constructType(type), config);
        ObjectIdInfo identity = introspector.findObjectIdInfo(annotations);
        return TypeDocs.of(
                type,
                introspector.findClassDescription(annotations),
                identity == null ? null : identity.getPropertyName().toString(),
                javadoc);
    }
}
