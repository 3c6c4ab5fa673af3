package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The jars that a worker sees: only those of the sandbox. Jars that contain nothing else are used where they are;
 * anything packed differently is copied into the cache. Thread-safe.
 *
 * <p>Invariant: no class of the application is on the class path. Held by {@code WorkerClassPathTest} and by the
 * applications in {@code ci/deployments}.
 */
final class WorkerClassPath {
    private static final String FORMAT = "2";
    private static final String JAR = "worker.jar";
    private static final String NAME = "name";
    private static final Pattern NAMES = Pattern.compile("[0-9a-f]{64}");

    private final JavaProgram program;
    private final @Nullable Cache cache;
    private final JarContent content;
    private final List<ClassLocation> locations;
    private final ClassLocation core;
    private final Set<String> copies = new HashSet<>();
    private List<Path> jars = List.of();

    /**
     * Finds the jars.
     *
     * @throws IllegalStateException if one cannot be found, or cannot be used without a cache
     */
    WorkerClassPath(JavaProgram program, @Nullable Cache cache) {
        this.program = program;
        this.cache = cache;
        this.content = JarContent.of(program);
        this.core = ClassLocation.of(program.name(), Sandbox.class);
        this.locations = locations(program);
        try {
            jars();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot start workers of " + program.name()
                            + ": their jars cannot be copied into the cache: " + e
                            + ". Give a writable directory with"
                            + " cacheDirectory(path).",
                    e);
        }
    }

    private static List<ClassLocation> locations(JavaProgram program) {
        Set<Class<?>> types = new LinkedHashSet<>(List.of(program.mainClass(), WorkerProgram.class));
        for (String name : program.classes()) {
            try {
                types.add(Class.forName(name, false, program.mainClass().getClassLoader()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(
                        "Cannot start workers of " + program.name() + ": class " + name
                                + " is missing. Add the dependency that holds it.",
                        e);
            }
        }
        return types.stream()
                .map(type -> ClassLocation.of(program.name(), type))
                .distinct()
                .toList();
    }

    /** Returns the jars in order; copies again any that were removed from the cache meanwhile. */
    synchronized List<Path> jars() throws IOException {
        if (jars.isEmpty() || !copies.stream().allMatch(this::isThere)) {
            Set<Path> found = new LinkedHashSet<>();
            for (ClassLocation location : locations) {
                found.add(jar(location, content));
            }
            found.add(jar(core, locations.contains(core) ? content : content.withWholeCore()));
            jars = List.copyOf(found);
        }
        return jars;
    }

    private Path jar(ClassLocation location, JarContent expected) throws IOException {
        if (location instanceof ClassLocation.Jar jar && isUsable(jar.file(), expected)) {
            return jar.file();
        }
        String copy = location instanceof ClassLocation.Jar jar ? remembered(jar.file()) : name(location);
        copies.add(copy);
        return cache(location).findOrMake(copy, JAR, directory -> copy(location, expected, directory));
    }

    /** Returns the name of a jar's copy; reading thousands of entries for it would take most of a host's start. */
    private String remembered(Path jar) throws IOException {
        if (cache == null) {
            return name(new ClassLocation.Jar(jar));
        }
        String key = new Fingerprint()
                .text("name")
                .text(FORMAT)
                .texts(content.prefixes())
                .jar(jar)
                .hex();
        Path file = cache.findOrMake(
                key, NAME, entry -> Files.writeString(entry.resolve(NAME), name(new ClassLocation.Jar(jar))));
        String name = Files.readString(file);
        return NAMES.matcher(name).matches() ? name : name(new ClassLocation.Jar(jar));
    }

    private String name(ClassLocation location) throws IOException {
        Fingerprint name = new Fingerprint().text("jar").text(FORMAT).texts(content.prefixes());
        if (location instanceof ClassLocation.Jar jar) {
            new JarBuilder(content).describe(jar.file(), name);
        } else {
            location.describe(name);
        }
        return name.hex();
    }

    /** Returns whether a copy is still in the cache, and marks it as used. */
    private boolean isThere(String copy) {
        return cache != null && cache.find(copy, JAR) != null;
    }

    private void copy(ClassLocation location, JarContent expected, Path directory) throws IOException {
        JarBuilder builder = new JarBuilder(content);
        Path target = directory.resolve(JAR);
        if (location instanceof ClassLocation.Jar jar) {
            builder.filter(jar.file(), target);
        } else if (location instanceof ClassLocation.Directory classes) {
            builder.pack(classes.file(), target);
        } else if (location instanceof ClassLocation.NestedJar nested) {
            Path whole = directory.resolve("whole.jar");
            builder.extract(nested.file(), nested.entry(), whole);
            if (isUsable(whole, expected)) {
                Files.move(whole, target);
            } else {
                builder.filter(whole, target);
                Files.delete(whole);
            }
        }
    }

    private Cache cache(ClassLocation location) {
        if (cache == null) {
            throw new IllegalStateException("Cannot start workers of " + program.name() + ": what a worker needs of "
                    + location.file()
                    + " must be copied, and there is no temporary directory that can be written to. Give a"
                    + " directory with cacheDirectory(path).");
        }
        return cache;
    }

    /** Returns whether the jar contains only what is expected, and leads to no other jar. */
    private static boolean isUsable(Path jar, JarContent expected) throws IOException {
        if (jar.toString().contains(File.pathSeparator)) {
            return false;
        }
        try (JarFile file = new JarFile(jar.toFile(), false)) {
            Manifest manifest = file.getManifest();
            boolean leadsOn =
                    manifest != null && manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH) != null;
            return !leadsOn && file.stream().noneMatch(entry -> expected.isForeignClass(entry.getName()));
        }
    }
}
