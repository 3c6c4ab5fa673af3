package dev.codemode.declaration;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.internal.EcmaIdentifier;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The names of a service's functions and namespaces in declarations. TypeScript cannot declare a reserved word, so such
 * a name gets a suffix that no other name of the service has, and is exported under its own name. Immutable.
 */
final class DeclaredNames {
    private static final String MARK = "_";

    private final String ending;

    DeclaredNames(Service service) {
        Set<String> names = new HashSet<>(service.types().keySet());
        for (Operation operation : service.operations().values()) {
            names.addAll(operation.name().path());
        }
        String free = MARK;
        while (isTaken(free, names)) {
            free += MARK;
        }
        ending = free;
    }

    private static boolean isTaken(String ending, Set<String> names) {
        return EcmaIdentifier.RESERVED.stream().anyMatch(word -> names.contains(word + ending));
    }

    static boolean isReserved(String name) {
        return EcmaIdentifier.RESERVED.contains(name);
    }

    String of(String name) {
        return isReserved(name) ? name + ending : name;
    }

    /** Returns a namespace's dotted name. */
    String of(List<String> path) {
        return String.join(".", path.stream().map(this::of).toList());
    }

    /** Returns the statement that exports a reserved word. */
    String export(String reserved) {
        return "export { " + of(reserved) + " as " + reserved + " };";
    }
}
