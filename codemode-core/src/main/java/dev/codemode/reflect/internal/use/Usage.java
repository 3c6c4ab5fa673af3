package dev.codemode.reflect.internal.use;

/**
 * Where in a bean's method a type is used, for messages. Immutable and thread-safe.
 *
 * @param location the method: {@code OrderService.find(Filter)}
 * @param subject {@code parameter 'filter'} or {@code the result}
 * @param path the property inside it: {@code lines[].price}; empty for the subject itself
 */
public record Usage(String location, String subject, String path) {
    /** Returns the usage of a parameter or result itself. */
    public static Usage of(String location, String subject) {
        return new Usage(location, subject, "");
    }

    /** Returns the usage at a property of this one. */
    public Usage property(String name) {
        return new Usage(location, subject, path.isEmpty() ? name : path + "." + name);
    }

    /** Returns the usage at the elements of this one. */
    public Usage items() {
        return new Usage(location, subject, path + "[]");
    }

    /** Returns whether this is the parameter or result itself. */
    public boolean isTop() {
        return path.isEmpty();
    }

    /** Names the usage in words: {@code property 'lines[].price' of parameter 'order'}. */
    public String words() {
        if (path.isEmpty()) {
            return subject;
        }
        return (path.endsWith("[]") ? "element '" : "property '") + path + "' of " + subject;
    }
}
