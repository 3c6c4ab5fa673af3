package dev.codemode.reflect.internal.jackson;

import com.fasterxml.jackson.annotation.JsonFilter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIdentityInfo;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import dev.codemode.reflect.internal.jackson.mapper.SelfContaining;
import dev.codemode.reflect.internal.use.Usage;
import java.lang.annotation.Annotation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a host reads about a type that cannot be exposed: where it is, what was found, what to do. */
final class Messages {
    private static final List<Class<? extends Annotation>> FORMING = List.of(
            JsonIdentityInfo.class,
            JsonIgnoreProperties.class,
            JsonIncludeProperties.class,
            JsonFormat.class,
            JsonFilter.class);

    private Messages() {}

    static String noJsonForm(Usage usage, JacksonType type, String remedy) {
        return usage.words() + " has type " + type.raw().getTypeName() + ", which has no JSON form. " + remedy;
    }

    static String notWritable(Usage usage, JacksonType type, Exception found) {
        return usage.words() + " has type " + type.words() + ", which the ObjectMapper cannot write: " + said(found)
                + " " + correction(found);
    }

    static String notReadable(Usage usage, JacksonType type, Exception found) {
        return usage.words() + " has type " + type.words() + ", which the ObjectMapper cannot read: " + said(found)
                + " " + correction(found);
    }

    private static String correction(Exception found) {
        if (said(found).equals(SelfContaining.REFUSAL)) {
            return "Use a record that contains itself, or leave the ObjectMapper out to use the built-in one.";
        }
        return said(found).contains("Object Id")
                ? "Give the type the property that its @JsonIdentityInfo names, or move the annotation to the subtypes"
                        + " that have it."
                : "Correct its Jackson annotations, or use a record.";
    }

    /** Returns the mapper's message, as a sentence. */
    private static String said(Exception found) {
        String message =
                found instanceof JsonProcessingException mapped ? mapped.getOriginalMessage() : found.getMessage();
        String text = message == null || message.isBlank() ? "it does not say why" : message.strip();
        return text.endsWith(".") ? text : text + ".";
    }

    static String identityOfSubtypes(Usage usage, JacksonType type) {
        return usage.words() + " has @JsonIdentityInfo for " + type.words()
                + ", which has subtypes. Move @JsonIdentityInfo from the property to " + type.words() + ".";
    }

    static String notReadable(Usage usage, JacksonType type, String found) {
        return usage.words() + " has type " + type.words() + ", which the ObjectMapper cannot read: " + found
                + " Use a record, or give it a constructor with @JsonCreator.";
    }

    static String abstractInput(Usage usage, JacksonType type) {
        return usage.words() + " has type " + type.words()
                + ", which is abstract, so nothing says which class to create. Make it sealed or annotate it with"
                + " @JsonTypeInfo and @JsonSubTypes if it is yours; otherwise take a record of its parts, and build it in the"
                + " method.";
    }

    static String hostsOwn(Usage usage, JacksonType type, String remedy) {
        return usage.words() + " has type " + type.words() + ", which no script can pass. " + remedy;
    }

    static String moduleMissing(Usage usage, JacksonType type) {
        return usage.words() + " has type " + type.raw().getTypeName()
                + ", which the ObjectMapper supports only with an additional module. Register it, or leave the ObjectMapper"
                + " out to use the built-in one.";
    }

    static String noProperties(Usage usage, JacksonType type) {
        return usage.words() + " has type " + type.words()
                + ", which has no properties that the ObjectMapper writes. Give it accessors, or use a record.";
    }

    static String opaque(Usage usage, JacksonType type, String verb, Class<?> by) {
        return usage.words() + " has type " + type.words() + ", " + verb + " " + by.getSimpleName()
                + ", which does not say what its JSON looks like: scripts see 'unknown'. Use a record, or @JsonValue.";
    }

    static String formatIgnored(Usage usage, JacksonType type) {
        return usage.words() + " has type " + type.words()
                + ", whose @JsonFormat shape the built-in ObjectMapper does not support: it stays text. Remove"
                + " the shape, or pass an ObjectMapper with jackson-datatype-jsr310.";
    }

    static String formatNotRead(Usage usage, JacksonType type) {
        return usage.words() + " has type " + type.words()
                + ", which the ObjectMapper writes in a different form than it reads, so a script cannot pass back what it"
                + " got. Let it read that form (MapperFeature.ALLOW_COERCION_OF_SCALARS), or leave the ObjectMapper out.";
    }

    static String recursive(Usage usage, JacksonType type, @Nullable BeanProperty property) {
        return usage.words() + " has type " + type.words()
                + ", which contains itself in a form that only this property has: scripts see 'unknown'. Move "
                + own(property)
                + " from the property to the type.";
    }

    /** Names the annotations that give the type a different form at a property than elsewhere. */
    private static String own(@Nullable BeanProperty property) {
        AnnotatedMember member = property == null ? null : property.getMember();
        List<String> names = member == null
                ? List.of()
                : FORMING.stream()
                        .filter(member::hasAnnotation)
                        .map(annotation -> "@" + annotation.getSimpleName())
                        .toList();
        return names.isEmpty() ? "the annotation" : String.join(" and ", names);
    }

    static String noSubtypes(Usage usage, JacksonType type) {
        return usage.words() + " has type " + type.words()
                + ", whose subtypes are not known: scripts see 'unknown'. Add @JsonSubTypes.";
    }

    static String repeatedId(Usage usage, JacksonType type, String id) {
        return usage.words() + " has type " + type.words() + ", two of whose subtypes are named '" + id
                + "' in JSON. Give one of them @JsonTypeName.";
    }

    static String hiddenProperty(Usage usage, JacksonType type, @Nullable String property) {
        return usage.words() + " can be a " + type.words() + ", whose own property '" + property
                + "' has the name of the property that tells the subtypes apart. Rename it, or choose another with"
                + " @JsonTypeInfo(property = \"...\").";
    }
}
