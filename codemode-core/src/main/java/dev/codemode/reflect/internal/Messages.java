package dev.codemode.reflect.internal;

import org.jspecify.annotations.Nullable;

/** What a host reads about a type that cannot be exposed: where it is, what was found, what to do. */
final class Messages {
    private Messages() {}

    static String noJsonForm(Site site, MappedType type, String remedy) {
        return site.words() + " has type " + type.raw().getTypeName() + ", which has no JSON form. " + remedy;
    }

    static String notWritable(Site site, MappedType type) {
        return site.words() + " has type " + type.words()
                + ", which the ObjectMapper cannot write. Correct its Jackson annotations, or use a record.";
    }

    static String notReadable(Site site, MappedType type, String found) {
        return site.words() + " has type " + type.words() + ", which the ObjectMapper cannot read: " + found
                + " Use a record, or give it a constructor with @JsonCreator.";
    }

    static String abstractInput(Site site, MappedType type) {
        return site.words() + " has type " + type.words()
                + ", which is abstract, so nothing says which class to create. Use a record, make it sealed, or"
                + " annotate it with @JsonTypeInfo and @JsonSubTypes.";
    }

    static String moduleMissing(Site site, MappedType type) {
        return site.words() + " has type " + type.raw().getTypeName()
                + ", which the ObjectMapper supports only with a further module. Register it, or leave the ObjectMapper"
                + " out to use the built-in one.";
    }

    static String noProperties(Site site, MappedType type) {
        return site.words() + " has type " + type.words()
                + ", which has no properties that the ObjectMapper writes. Give it accessors, or use a record.";
    }

    static String opaque(Site site, MappedType type, String verb, Class<?> by) {
        return site.words() + " has type " + type.words() + ", " + verb + " " + by.getSimpleName()
                + ", which does not say what its JSON looks like: scripts see 'unknown'. Use a record, or @JsonValue.";
    }

    static String recursive(Site site, MappedType type) {
        return site.words() + " has type " + type.words()
                + ", which contains itself in a form of its own: scripts see 'unknown'. Move the annotation from the"
                + " property to the type.";
    }

    static String noSubtypes(Site site, MappedType type) {
        return site.words() + " has type " + type.words()
                + ", whose subtypes are not known: scripts see 'unknown'. Add @JsonSubTypes.";
    }

    static String repeatedId(Site site, MappedType type, String id) {
        return site.words() + " has type " + type.words() + ", of which two subtypes are named '" + id
                + "' in JSON. Give one of them @JsonTypeName.";
    }

    static String hiddenProperty(Site site, MappedType type, @Nullable String property) {
        return site.words() + " can be a " + type.words() + ", whose own property '" + property
                + "' has the name of the property that tells the subtypes apart. Rename it, or choose another with"
                + " @JsonTypeInfo(property = \"...\").";
    }
}
