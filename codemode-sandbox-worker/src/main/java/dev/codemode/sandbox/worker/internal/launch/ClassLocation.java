package dev.codemode.sandbox.worker.internal.launch;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The location from which a class was loaded. Immutable and thread-safe. */
sealed interface ClassLocation {
    /** Adds what the location looks like from outside, so that a change can be noticed. */
    void describe(Fingerprint fingerprint) throws IOException;

    /** Returns the file or directory to look for. */
    Path file();

    /** A separate jar. */
    record Jar(Path file) implements ClassLocation {
        @Override
        public void describe(Fingerprint fingerprint) throws IOException {
            fingerprint.text("jar").file(file);
        }
    }

    /** A directory of class files. */
    record Directory(Path file) implements ClassLocation {
        @Override
        public void describe(Fingerprint fingerprint) throws IOException {
            fingerprint.text("directory");
            try (Stream<Path> files = Files.walk(file)) {
                for (Path inside : files.filter(Files::isRegularFile).sorted().toList()) {
                    fingerprint.file(inside);
                }
            }
        }
    }

    /** A jar inside another one, as in an executable jar of Spring Boot. */
    record NestedJar(Path file, String entry) implements ClassLocation {
        @Override
        public void describe(Fingerprint fingerprint) throws IOException {
            try (JarFile outer = new JarFile(file.toFile(), false)) {
                // The outer jar changes with the application, which does not affect the inner one.
                fingerprint.text("nested").entry(JarBuilder.entry(outer, entry));
            }
        }
    }

    /**
     * Returns where a class was loaded from.
     *
     * @throws IllegalStateException if that is not a file
     */
    static ClassLocation of(String program, Class<?> type) {
        String location = codeSource(type);
        if (location == null) {
            location = resourceRoot(type);
        }
        return found(program, "class " + type.getName(), location);
    }

    /**
     * Returns where a resource comes from.
     *
     * @throws IllegalStateException if that is not a file
     */
    static ClassLocation ofResource(String program, String name, URL url) {
        return found(program, "resource " + name, root(url, name));
    }

    private static ClassLocation found(String program, String what, @Nullable String location) {
        ClassLocation found = location == null ? null : parse(location);
        if (found == null) {
            throw new IllegalStateException("Cannot start workers of " + program + ": " + what + " comes from "
                    + (location == null ? "no known place" : location)
                    + ", but a worker needs a jar or a directory of the file system. Start the application from its jars,"
                    + " or pass a Sandbox of your own.");
        }
        return found;
    }

    /** Returns what a URL of a class path names; null if that is not a file. */
    static @Nullable ClassLocation parse(String url) {
        String text = url.toLowerCase(Locale.ROOT);
        try {
            if (text.startsWith("jar:nested:")) {
                return nested(url.substring("jar:nested:".length()), "/!");
            }
            if (text.startsWith("jar:file:")) {
                return nested(url.substring("jar:file:".length()), "!/");
            }
            return text.startsWith("file:") ? plain(path(url.substring("file:".length()))) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Parses {@code /outer.jar!/inner.jar!/}, where the first separator depends on the class loader. */
    private static @Nullable ClassLocation nested(String text, String separator) {
        String location = text.endsWith("!/") ? text.substring(0, text.length() - 2) : text;
        int end = location.indexOf(separator);
        if (end < 0) {
            return plain(path(location));
        }
        Path outer = path(location.substring(0, end));
        String entry = decode(location.substring(end + separator.length()));
        return Files.isRegularFile(outer) && entry.endsWith(".jar") ? new NestedJar(outer, entry) : null;
    }

    private static @Nullable ClassLocation plain(Path path) {
        if (Files.isDirectory(path)) {
            return new Directory(path);
        }
        return Files.isRegularFile(path) ? new Jar(path) : null;
    }

    private static Path path(String encoded) {
        return Path.of(URI.create("file:" + encoded.replace(" ", "%20"))).toAbsolutePath();
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static @Nullable String codeSource(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return location == null ? null : location.toString();
    }

    private static @Nullable String resourceRoot(Class<?> type) {
        String name = type.getName().replace('.', '/') + ".class";
        URL resource = type.getResource("/" + name);
        return resource == null ? null : root(resource, name);
    }

    private static @Nullable String root(URL resource, String name) {
        String text = resource.toString();
        return text.endsWith(name) ? text.substring(0, text.length() - name.length()) : null;
    }
}
