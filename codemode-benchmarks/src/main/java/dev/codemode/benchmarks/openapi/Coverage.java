package dev.codemode.benchmarks.openapi;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The typed share of a service.
 *
 * @param full operations without any unknown value in arguments and result
 * @param partly operations whose result is known, with unknown values somewhere inside
 * @param unknown operations whose result is unknown
 * @param places the types or operations that contain unknown values, most frequent first
 */
record Coverage(int full, int partly, int unknown, List<Map.Entry<String, Integer>> places) {
    static Coverage of(Service service) {
        int full = 0;
        int unknown = 0;
        Map<String, Integer> places = new TreeMap<>();
        for (Operation operation : service.operations().values()) {
            Set<String> visited = new HashSet<>();
            boolean open = count(service, operation.input(), "arguments of operations", visited, places)
                    | count(service, operation.output(), "results of operations", visited, places);
            if (isUnknown(operation.output())) {
                unknown++;
            } else if (!open) {
                full++;
            }
        }
        List<Map.Entry<String, Integer>> sorted = places.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(5)
                .toList();
        return new Coverage(full, service.operations().size() - full - unknown, unknown, sorted);
    }

    private static boolean isUnknown(Schema output) {
        if (output instanceof Schema.ObjectSchema object
                && object.properties().size() == 2
                && object.properties().get(0).name().equals("data")) {
            return isUnknown(object.properties().get(0).schema());
        }
        return output instanceof Schema.UnknownSchema;
    }

    /** Returns whether the schema contains an unknown value; an open object does not count. */
    private static boolean count(
            Service service, Schema schema, String place, Set<String> visited, Map<String, Integer> places) {
        if (schema instanceof Schema.UnknownSchema) {
            places.merge(place, 1, Integer::sum);
            return true;
        }
        if (schema instanceof Schema.ReferenceSchema reference) {
            TypeDefinition type = service.types().get(reference.type());
            return visited.add(reference.type())
                    && type != null
                    && count(service, type.schema(), "type " + reference.type(), visited, places);
        }
        boolean found = false;
        for (Schema part : parts(schema)) {
            found |= count(service, part, place, visited, places);
        }
        return found;
    }

    private static List<Schema> parts(Schema schema) {
        if (schema instanceof Schema.ArraySchema array) {
            return List.of(array.items());
        }
        if (schema instanceof Schema.TupleSchema tuple) {
            return tuple.items();
        }
        if (schema instanceof Schema.UnionSchema union) {
            return union.options();
        }
        if (schema instanceof Schema.IntersectionSchema intersection) {
            return intersection.parts();
        }
        if (schema instanceof Schema.ObjectSchema object) {
            boolean free = object.additional() instanceof Schema.UnknownSchema;
            return Stream.concat(
                            object.properties().stream().map(Schema.Property::schema),
                            free ? Stream.empty() : Stream.of(object.additional()))
                    .toList();
        }
        return List.of();
    }
}
