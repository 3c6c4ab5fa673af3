package dev.codemode.reflect.internal;

/**
 * Where in a bean's method a type is used, for messages. Immutable and thread-safe.
 *
 * @param location the method: {@code OrderService.find(Filter)}
 * @param subject {@code parameter 'filter'} or {@code the result}
 * @param path the property inside of it: {@code lines[].price}; empty for the subject itself
 */
public record Site(String location, String subject, String path) {
    /** Returns the site of a parameter or result itself. */
    public static Site of(String location, String subject) {
        return new Site(location, subject, "");
    }

    Site property(String name) {
        return new Site(location, subject, path.isEmpty() ? name : path + "." + name);
    }

    Site items() {
        return new Site(location, subject, path + "[]");
    }

    /** Returns whether this is the parameter or result itself. */
    boolean isTop() {
        return path.isEmpty();
    }

    /** Names the site in words: {@code property 'lines[].price' of parameter 'order'}. */
    String words() {
        if (path.isEmpty()) {
            return subject;
        }
        return (path.endsWith("[]") ? "element '" : "property '") + path + "' of " + subject;
    }
}
