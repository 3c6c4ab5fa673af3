package dev.codemode.audit;

import dev.codemode.annotation.CodeModeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds classes with {@link CodeModeService} in compiled code. Loads classes without initializing them.
 *
 * @since 0.1
 */
public final class AnnotatedClasses {
    private static final String SUFFIX = ".class";

    private AnnotatedClasses() {}

    /**
     * Returns the annotated classes of a directory or jar, ordered by name. Their class loader stays open, since it
     * loads what their methods refer to.
     *
     * @param code a directory of classes, such as {@code target/classes}, or a jar
     * @param needed directories and jars that the classes need to be loaded, besides this library
     * @throws AuditException if there is no such class; the message names a class that could not be loaded, if any
     * @throws UncheckedIOException if the code cannot be read
     */
    public static List<Class<?>> in(Path code, List<Path> needed) {
        List<Path> path = new ArrayList<>(List.of(code));
        path.addAll(needed);
        ClassLoader loader = new URLClassLoader(
                path.stream().map(AnnotatedClasses::url).toArray(URL[]::new), AnnotatedClasses.class.getClassLoader());
        List<Class<?>> found = new ArrayList<>();
        String failed = "";
        for (String name : names(code)) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                if (type.isAnnotationPresent(CodeModeService.class)) {
                    found.add(type);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                failed = " Class " + name + " could not be loaded, because " + e.getMessage()
                        + " is missing; add what holds it.";
            }
        }
        if (found.isEmpty()) {
            throw new AuditException("No class in " + code + " has @CodeModeService." + failed);
        }
        return found;
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException("Not a path of files: " + path, e);
        }
    }

    private static List<String> names(Path code) {
        try {
            if (Files.isDirectory(code)) {
                return classNames(code);
            }
            try (FileSystem jar = FileSystems.newFileSystem(code, AnnotatedClasses.class.getClassLoader())) {
                return classNames(jar.getPath("/"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the classes of " + code + ": " + e.getMessage(), e);
        }
    }

    private static List<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(SUFFIX) && !file.startsWith("META-INF"))
                    .filter(file -> !file.endsWith("module-info.class") && !file.endsWith("package-info.class"))
                    .map(file -> file.substring(0, file.length() - SUFFIX.length())
                            .replace(root.getFileSystem().getSeparator(), "."))
                    .sorted()
                    .toList();
        }
    }
}
