package dev.codemode.jsonschema.internal.schema;

import dev.codemode.catalog.TypeDefinition;
import dev.codemode.jsonschema.internal.document.Located;
import dev.codemode.jsonschema.internal.words.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names the types of a document. A dotted name is shortened to as many of its last parts as distinguish it from all
 * others: {@code io.k8s.api.core.v1.Pod} is {@code Pod}, and {@code V1Pod} if there are two. Confined to one thread at
 * a time.
 */
public final class TypeNames {
    /** The name of anything without a letter or digit in its name. */
    private static final String UNNAMED = "Type";

    private static final int MAX_LENGTH = 80;
    private static final int MAX_PARTS = 20;

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    /** Names the document's schemas, keyed by their pointers. */
    public TypeNames(List<Located> schemas) {
        Map<String, Integer> counts = new HashMap<>();
        for (Located schema : schemas) {
            suffixes(schema.key()).stream().distinct().forEach(suffix -> counts.merge(suffix, 1, Integer::sum));
        }
        for (Located schema : schemas) {
            List<String> candidates = suffixes(schema.key());
            String unique = candidates.stream()
                    .filter(candidate -> counts.getOrDefault(candidate, 0) == 1)
                    .findFirst()
                    .orElse(candidates.get(candidates.size() - 1));
            names.put(schema.pointer(), unused(unique));
        }
    }

    /** Returns the suffixes of a dotted name, shortest first. */
    private static List<String> suffixes(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.split("\\.", -1)) {
            String word = Identifiers.pascal(part);
            if (!word.isEmpty()) {
                parts.add(word);
            }
        }
        List<String> suffixes = new ArrayList<>();
        for (int from = parts.size() - 1; from >= Math.max(0, parts.size() - MAX_PARTS); from--) {
            suffixes.add(String.join("", parts.subList(from, parts.size())));
        }
        return suffixes.isEmpty() ? List.of(UNNAMED) : suffixes;
    }

    private String unused(String wanted) {
        String start = wanted.isEmpty() ? UNNAMED : Character.isDigit(wanted.charAt(0)) ? "_" + wanted : wanted;
        String name = Identifiers.bounded(start, MAX_LENGTH);
        String candidate = name;
        // If the form for requests differs, it has the same name followed by "Input".
        for (int i = numbers.getOrDefault(name, 2);
                TypeDefinition.problem(candidate).isPresent() || !used.add(candidate);
                i++) {
            candidate = name + i;
            numbers.put(name, i + 1);
        }
        used.add(candidate + "Input");
        return candidate;
    }

    /** Returns the name of the type at this place. */
    String of(Located at) {
        String pointer = at.pointer();
        String known = names.get(pointer);
        if (known == null) {
            known = unused(Identifiers.pascal(word(at)));
            names.put(pointer, known);
        }
        return known;
    }

    /** Returns the name of the type at this place without its kinds and options. */
    String alone(Located at) {
        String name = of(at);
        return names.computeIfAbsent("alone " + at.pointer(), key -> unused(name + "Base"));
    }

    private static String word(Located at) {
        String file = at.file().substring(at.file().lastIndexOf('/') + 1);
        return at.parent() == null ? file.replaceFirst("\\.[a-z]+$", "") : at.key();
    }
}
