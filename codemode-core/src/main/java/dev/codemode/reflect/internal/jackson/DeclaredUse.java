package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyMetadata;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotationCollector;
import com.fasterxml.jackson.databind.introspect.AnnotationMap;
import dev.codemode.reflect.internal.use.TypeUse;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter or result of an operation as the mapper would see it if it were a property, so that the mapper's
 * annotations count there too.
 */
final class DeclaredUse extends AnnotatedMember {
    private static final long serialVersionUID = 1L;

    private final transient JavaType type;

    private DeclaredUse(JavaType type, AnnotationMap annotations) {
        super(null, annotations);
        this.type = type;
    }

    /** Returns the property, or null if the use has no annotation for the mapper. */
    static @Nullable BeanProperty of(JacksonType type) {
        List<Annotation> annotations = forMapper(type.use()).annotations();
        if (annotations.isEmpty()) {
            return null;
        }
        AnnotationCollector collected = collect(annotations, AnnotationCollector.emptyCollector());
        DeclaredUse use = new DeclaredUse(type.type(), collected.asAnnotationMap());
        return new BeanProperty.Std(
                PropertyName.construct("value"), type.type(), null, use, PropertyMetadata.STD_OPTIONAL);
    }

    private static AnnotationCollector collect(List<Annotation> annotations, AnnotationCollector before) {
        AnnotationCollector collected = before;
        for (Annotation annotation : annotations) {
            if (annotation.annotationType().isAnnotationPresent(JacksonAnnotationsInside.class)) {
                collected = collect(
                        Arrays.stream(annotation.annotationType().getAnnotations())
                                .filter(DeclaredUse::isMapping)
                                .toList(),
                        collected);
            } else {
                collected = collected.addOrOverride(annotation);
            }
        }
        return collected;
    }

    /** Returns a use with only what its declaration tells the mapper. */
    static TypeUse forMapper(TypeUse use) {
        return use.declared(DeclaredUse::isMapping);
    }

    /** Returns whether an annotation is for the mapper, or bundles ones that are. */
    private static boolean isMapping(Annotation annotation) {
        Class<? extends Annotation> type = annotation.annotationType();
        boolean own = type.getName().startsWith("com.fasterxml.jackson.") && type != JacksonAnnotationsInside.class;
        return own || type.isAnnotationPresent(JacksonAnnotationsInside.class);
    }

    @Override
    public Annotated withAnnotations(AnnotationMap annotations) {
        return new DeclaredUse(type, annotations);
    }

    @Override
    public Class<?> getDeclaringClass() {
        return Object.class;
    }

    @Override
    public @Nullable Member getMember() {
        return null;
    }

    @Override
    public void setValue(Object owner, Object value) {
        throw valueless();
    }

    @Override
    public Object getValue(Object owner) {
        throw valueless();
    }

    /** Nothing is set or read through a use of a type: the operation itself passes its arguments and takes its result. */
    private static UnsupportedOperationException valueless() {
        return new UnsupportedOperationException("A use of a type holds no value.");
    }

    @Override
    public @Nullable AnnotatedElement getAnnotated() {
        return null;
    }

    @Override
    protected int getModifiers() {
        return 0;
    }

    @Override
    public String getName() {
        return "value";
    }

    @Override
    public JavaType getType() {
        return type;
    }

    @Override
    public Class<?> getRawType() {
        return type.getRawClass();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return "use of " + type;
    }
}
