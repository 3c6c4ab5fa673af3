package dev.codemode.search;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** An operation's words by field: what it is for weighs more than what it mentions. */
record OperationFields(Operation operation, Map<Field, List<String>> stems) {
    /** A kind of words. */
    enum Field {
        NAME(3f, .4f),
        TITLE(3f, .5f),
        TERMS(3f, 0f),
        RESOURCE(2f, .4f),
        PROSE(1.5f, .75f),
        SERVICE(1f, 0f),
        PARAMETERS(.6f, .75f),
        PARAMETER_PROSE(.3f, .75f),
        RETURNS(.3f, .75f);

        /** How much a word counts here. */
        final float weight;

        /** How much less a word counts among many, from 0 to 1: BM25's b. */
        final float lengthShare;

        Field(float weight, float lengthShare) {
            this.weight = weight;
            this.lengthShare = lengthShare;
        }
    }

    static OperationFields of(Operation operation, Service service) {
        Map<Field, List<String>> stems = new EnumMap<>(Field.class);
        String prose = operation.docs().text();
        int end = firstSentenceEnd(prose);
        stems.put(Field.NAME, Words.ofName(operation.name().dottedPath()));
        stems.put(Field.TITLE, Words.ofText(prose.substring(0, end)));
        stems.put(Field.PROSE, Words.ofText(prose.substring(end)));
        stems.put(Field.TERMS, Words.ofText(String.join(" ", operation.searchTerms())));
        stems.put(Field.RESOURCE, Words.ofName(String.join(" ", operation.resource())));
        stems.put(Field.SERVICE, Words.ofName(service.name()));
        stems.put(Field.RETURNS, Words.ofText(operation.returns()));
        List<String> names = new ArrayList<>();
        List<String> described = new ArrayList<>();
        for (Schema.Property parameter : service.parameters(operation)) {
            names.addAll(Words.ofName(parameter.name()));
            described.addAll(Words.ofText(parameter.docs().text()));
        }
        stems.put(Field.PARAMETERS, names);
        stems.put(Field.PARAMETER_PROSE, described);
        return new OperationFields(operation, stems);
    }

    List<String> of(Field field) {
        return stems.getOrDefault(field, List.of());
    }

    /** Returns the words of the innermost segment of the resource that has a name. */
    List<String> innermost() {
        List<String> segments = operation.resource();
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (!segments.get(i).equals(Operation.ANY)) {
                return Words.ofName(segments.get(i));
            }
        }
        return List.of();
    }

    private static int firstSentenceEnd(String text) {
        int dot = text.indexOf(". ");
        int line = text.indexOf('\n');
        int end = dot < 0 ? text.length() : dot;
        return line < 0 ? end : Math.min(end, line);
    }
}
