package dev.codemode.search;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operation's words with their weights: what it is for weighs more than what it mentions.
 *
 * @param operation the operation
 * @param frequencies each stem's weighted frequency
 * @param title the stems of its name and of its first sentence, each a way to ask for it
 * @param length the sum of the frequencies
 */
record IndexedOperation(Operation operation, Map<String, Float> frequencies, List<Set<String>> title, float length) {

    static IndexedOperation of(Operation operation, Service service) {
        Map<String, Float> frequencies = new HashMap<>();
        List<String> name = Words.ofName(operation.name().dottedPath());
        String prose = operation.docs().text();
        int end = firstSentenceEnd(prose);
        List<String> sentence = Words.ofText(prose.substring(0, end));
        add(frequencies, name, 3f);
        add(frequencies, Words.ofName(service.name()), 2f);
        add(frequencies, sentence, 2.5f);
        add(frequencies, Words.ofText(prose.substring(end)), 1f);
        add(frequencies, Words.ofText(String.join(" ", operation.searchTerms())), 3f);
        add(frequencies, Words.ofText(operation.returns()), .3f);
        for (Schema.Property parameter : service.parameters(operation)) {
            add(frequencies, Words.ofName(parameter.name()), .6f);
            add(frequencies, Words.ofText(parameter.docs().text()), .3f);
        }
        float length = 0;
        for (float frequency : frequencies.values()) {
            length += frequency;
        }
        Set<String> named = new HashSet<>(name);
        named.addAll(Words.ofName(service.name()));
        return new IndexedOperation(
                operation, Map.copyOf(frequencies), List.of(named, new HashSet<>(sentence)), length);
    }

    private static int firstSentenceEnd(String text) {
        int dot = text.indexOf(". ");
        int line = text.indexOf('\n');
        int end = dot < 0 ? text.length() : dot;
        return line < 0 ? end : Math.min(end, line);
    }

    private static void add(Map<String, Float> frequencies, List<String> stems, float weight) {
        stems.forEach(stem -> frequencies.merge(stem, weight, Float::sum));
    }
}
