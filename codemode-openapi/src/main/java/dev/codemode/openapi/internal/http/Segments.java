package dev.codemode.openapi.internal.http;

import dev.codemode.openapi.internal.http.PathTemplate.Kind;
import dev.codemode.openapi.internal.http.PathTemplate.Literal;
import dev.codemode.openapi.internal.http.PathTemplate.Part;
import dev.codemode.openapi.internal.http.PathTemplate.Place;
import java.util.ArrayList;
import java.util.List;

/** Splits the path of a template at its own slashes. Holds no state. */
final class Segments {
    private Segments() {}

    /** Returns the texts between the slashes, without the empty one before the first. */
    static List<List<Part>> of(List<Part> path) {
        List<List<Part>> segments = new ArrayList<>();
        List<Part> current = new ArrayList<>();
        segments.add(current);
        for (Part part : path) {
            if (part instanceof Literal literal) {
                String[] texts = literal.text().split("/", -1);
                for (int i = 0; i < texts.length; i++) {
                    current = i == 0 ? current : next(segments);
                    if (!texts[i].isEmpty()) {
                        current.add(new Literal(texts[i]));
                    }
                }
            } else {
                boolean begins = ((Place) part).kind() == Kind.SEGMENT && !(current.isEmpty() && segments.size() > 1);
                current = begins ? next(segments) : current;
                current.add(part);
            }
        }
        return segments.get(0).isEmpty() ? segments.subList(1, segments.size()) : segments;
    }

    private static List<Part> next(List<List<Part>> segments) {
        List<Part> next = new ArrayList<>();
        segments.add(next);
        return next;
    }
}
