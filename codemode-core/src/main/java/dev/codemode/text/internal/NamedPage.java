package dev.codemode.text.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.internal.words.Excerpt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The declarations of operations that were named exactly, and of the types that they need: in full as long as there is
 * room, then in brief, then only by name. Invariant, held by {@code SearchAnswerTest}: at most {@value #MAX_TOKENS}
 * tokens and a note. Confined to one thread at a time.
 */
final class NamedPage {
    static final int MAX_TOKENS = 6_000;

    /** The length, in characters, of an operation's arguments and of a type's members in brief. */
    private static final int BRIEF = 900;

    private static final int MAX_OMITTED = 12;

    private final Catalog visible;
    private final TypeScriptDeclarations declarations;
    private final List<Operation> operations;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> shortened = new LinkedHashSet<>();
    private final Set<String> omitted = new LinkedHashSet<>();
    private int left = MAX_TOKENS;

    NamedPage(Catalog visible, TypeScriptDeclarations declarations, List<Operation> operations) {
        this.visible = visible;
        this.declarations = declarations;
        this.operations = operations;
    }

    String text() {
        Map<Service, Map<String, TypeDefinition>> types = new LinkedHashMap<>();
        int others = operations.size();
        for (Operation operation : operations) {
            // One long operation must leave room for the others.
            int room = left - (MAX_TOKENS / 2) * --others / operations.size();
            String shown = fitting(
                    operation.name().toString(),
                    room,
                    declarations.signature(operation),
                    declarations.brief(operation, BRIEF));
            text.append(shown.isEmpty() ? "" : "\n\n" + shown);
            Map<String, TypeDefinition> ofService =
                    types.computeIfAbsent(visible.serviceOf(operation), key -> new LinkedHashMap<>());
            declarations.typesOf(operation).forEach(type -> ofService.putIfAbsent(type.name(), type));
        }
        TypeList list = new TypeList();
        types.forEach(
                (service, definitions) -> definitions.values().forEach(type -> addType(list, service.name(), type)));
        text.append(list.text());
        note("Shortened for length: ", shortened);
        note("Left out for length: ", omitted);
        if (operations.size() > 1 && !(shortened.isEmpty() && omitted.isEmpty())) {
            text.append(" Name fewer operations at once to see more.");
        }
        return text.toString();
    }

    private void addType(TypeList list, String service, TypeDefinition type) {
        if (list.share(service, type)) {
            return;
        }
        String shown = fitting(type.name(), left, declarations.type(type), declarations.brief(type, BRIEF));
        if (!shown.isEmpty()) {
            list.add(service, type, shown);
        }
    }

    /** Returns whichever of the two fits, or nothing, and counts it. */
    private String fitting(String name, int room, String full, String brief) {
        boolean whole = TokenEstimate.of(full) <= room;
        String shown = whole ? full : brief;
        int tokens = TokenEstimate.of(shown);
        if (tokens > left) {
            omitted.add(name);
            return "";
        }
        if (!whole) {
            shortened.add(name);
        }
        left -= tokens;
        return shown;
    }

    private void note(String what, Set<String> names) {
        if (!names.isEmpty()) {
            List<String> shown = new ArrayList<>(names.stream()
                    .limit(MAX_OMITTED)
                    .map(name -> Excerpt.of(name, 200))
                    .toList());
            int more = names.size() - shown.size();
            shown.addAll(more > 0 ? List.of(more + " more") : List.of());
            text.append("\n\n// " + what + String.join(", ", shown) + ".");
        }
    }
}
