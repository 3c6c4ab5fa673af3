package dev.codemode.jsonschema.internal.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A document as a tree. Immutable and thread-safe, as long as nobody changes the tree.
 *
 * @param root the tree
 * @param faults what is wrong in its text without making it unreadable
 */
public record DocumentTree(JsonNode root, List<Fault> faults) {
    /** Copies the faults. */
    public DocumentTree {
        faults = List.copyOf(faults);
    }

    /**
     * A fault of the text.
     *
     * @param path the keys that lead to it
     * @param message what was found and what to do
     */
    public record Fault(List<String> path, String message) {
        /** Copies the path. */
        public Fault {
            path = List.copyOf(path);
        }

        public static Fault repeated(List<String> path) {
            return new Fault(path, "The key appears here more than once, and the last one counts. Keep one of them.");
        }
    }
}
