package dev.codemode.sandbox.worker.internal.launch;

import dev.codemode.sandbox.Sandbox;
import dev.codemode.sandbox.realm.Realm;
import dev.codemode.sandbox.worker.JavaProgram;
import dev.codemode.sandbox.worker.WorkerProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Selects the entries of jars that belong to a worker, by the beginnings of their names.
 *
 * <p>Invariant: a class of the application is never one of them. Held by {@code WorkerClassPathTest}.
 *
 * @param prefixes how names begin, such as {@code org/graalvm/}
 */
record JarContent(List<String> prefixes) {
    private static final String VERSIONS = "META-INF/versions/";
    private static final String SERVICES = "META-INF/services/";

    JarContent {
        prefixes = List.copyOf(prefixes);
    }

    /** Returns what a program needs: what it names itself, and the parts of this library that belong to sandboxes. */
    static JarContent of(JavaProgram program) {
        List<String> prefixes = new ArrayList<>(program.packages());
        // Taken from the classes, because an application may have moved our packages into its own.
        Stream.of(Sandbox.class, Realm.class, WorkerProgram.class, program.mainClass())
                .map(type -> type.getPackageName().replace('.', '/') + "/")
                .forEach(prefixes::add);
        return new JarContent(prefixes.stream().distinct().sorted().toList());
    }

    /** Returns what may be in a jar that contains only this library's core. */
    JarContent withWholeCore() {
        String sandbox = Sandbox.class.getPackageName().replace('.', '/');
        List<String> more = new ArrayList<>(prefixes);
        more.add(sandbox.substring(0, sandbox.lastIndexOf('/') + 1));
        return new JarContent(more);
    }

    /** Returns whether a worker needs the entry. */
    boolean keeps(String entry) {
        String name = unversioned(entry);
        if (name.startsWith(SERVICES)) {
            return keepsClass(name.substring(SERVICES.length()));
        }
        return startsRight(name);
    }

    /** Returns whether the entry is a class that is not a worker's. */
    boolean isForeignClass(String entry) {
        String name = unversioned(entry);
        return name.endsWith(".class") && !name.equals("module-info.class") && !startsRight(name);
    }

    /** Returns the lines of a service file that name classes of a worker. */
    String services(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(this::keepsClass)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    static boolean isServices(String entry) {
        return unversioned(entry).startsWith(SERVICES);
    }

    private boolean keepsClass(String className) {
        return !className.isEmpty() && startsRight(className.replace('.', '/'));
    }

    private boolean startsRight(String name) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static String unversioned(String entry) {
        if (!entry.startsWith(VERSIONS)) {
            return entry;
        }
        return entry.substring(entry.indexOf('/', VERSIONS.length()) + 1);
    }
}
