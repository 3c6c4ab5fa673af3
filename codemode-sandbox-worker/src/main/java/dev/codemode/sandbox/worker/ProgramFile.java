package dev.codemode.sandbox.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A file that an {@link ExecutableProgram} reads. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class ProgramFile {
    private final String name;
    private final Content content;

    private ProgramFile(String name, Content content) {
        this.name = Objects.requireNonNull(name, "name");
        this.content = content;
        if (name.isEmpty() || name.startsWith(".") || name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw new IllegalArgumentException("A program's file needs a plain name, but has '" + name + "'.");
        }
    }

    /** Returns a file with this text, as UTF-8. */
    public static ProgramFile of(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new ProgramFile(name, () -> new ByteArrayInputStream(bytes));
    }

    /** Returns a file with the content of a resource, which is read when the sandbox is built. */
    public static ProgramFile of(String name, URL resource) {
        return new ProgramFile(name, resource::openStream);
    }

    /**
     * Returns the file of a resource that lies next to a class.
     *
     * @throws IllegalStateException if there is none
     */
    public static ProgramFile of(Class<?> neighbour, String name) {
        URL resource = neighbour.getResource(name);
        if (resource == null) {
            throw new IllegalStateException("The resource " + name + " next to " + neighbour.getName()
                    + " is missing. Keep it when you pack the application.");
        }
        return of(name, resource);
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Opens its content. */
    public InputStream open() throws IOException {
        return content.open();
    }

    @FunctionalInterface
    private interface Content {
        InputStream open() throws IOException;
    }
}
