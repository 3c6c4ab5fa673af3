package dev.codemode.text.internal;

import dev.codemode.catalog.Operation;
import dev.codemode.catalog.TypeDefinition;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.declaration.internal.DeclarationText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The hits of a search within a number of tokens: each in brief, then as much as fits, in order of usefulness: what the
 * best hit needs and returns, its documentation, and the same for the next ones. Confined to one thread at a time.
 */
final class SearchPage {
    private static final int MIN_TOKENS = 660;
    private static final int TOKENS_OF_A_HIT = 80;
    private static final int TOKENS_OF_THE_NOTE = 60;
    private static final int TOKENS_OF_ANOTHER = 45;

    /** The length, in characters, of a hit's arguments in brief: for the best hit, and for the others. */
    private static final int BEST = 260;

    private static final int OTHER = 100;
    private static final int TYPE = 260;
    private static final int MAX_OMITTED = 4;

    private final TypeScriptDeclarations declarations;
    private final List<Operation> hits;
    private final List<String> shown = new ArrayList<>();
    private final TypeList types = new TypeList();
    private final Set<String> considered = new HashSet<>();
    private final Set<String> omitted = new LinkedHashSet<>();
    private boolean isShortened;
    private int left;

    SearchPage(TypeScriptDeclarations declarations, List<Operation> hits) {
        this.declarations = declarations;
        this.hits = hits;
    }

    String text() {
        left = Math.max(MIN_TOKENS, hits.size() * TOKENS_OF_A_HIT) - TOKENS_OF_THE_NOTE;
        for (Operation operation : hits) {
            boolean best = shown.isEmpty();
            addHit(operation, best ? BEST : OTHER);
            if (best) {
                addTypesOfTheBest(operation);
            }
        }
        for (int i = 0; i < hits.size(); i++) {
            addTypes(i, declarations.typesOfArguments(hits.get(i)));
            addTypes(i, declarations.typesOfResult(hits.get(i)));
            expand(i);
        }
        StringBuilder text = new StringBuilder();
        shown.forEach(hit -> text.append("\n\n").append(hit));
        return text.append(types.text()).append(note()).toString();
    }

    private void addHit(Operation operation, int maxCharacters) {
        String brief = declarations.brief(operation, maxCharacters);
        shown.add(brief);
        left -= TokenEstimate.of(brief);
    }

    /**
     * The best hit is what a script will call, so its types come before the other hits, as long as there is room left
     * for those.
     */
    private void addTypesOfTheBest(Operation best) {
        List<TypeDefinition> needed = new ArrayList<>(declarations.typesOfArguments(best));
        declarations.typesOfResult(best).stream().limit(1).forEach(needed::add);
        int kept = (hits.size() - 1) * TOKENS_OF_ANOTHER;
        for (TypeDefinition type : needed) {
            String brief = declarations.brief(type, TYPE);
            String service = best.name().service();
            if (left - TokenEstimate.of(brief) >= kept && considered.add(service + "." + type.name())) {
                put(service, type, brief);
                isShortened |= !isAll(brief, declarations.type(type));
            }
        }
    }

    private void put(String service, TypeDefinition type, String text) {
        types.add(service, type, text);
        left -= TokenEstimate.of(text);
    }

    /**
     * Whether the brief form says everything that the full text does: the title is all of the documentation, and
     * nothing is cut.
     */
    private static boolean isAll(String brief, String full) {
        int title = brief.startsWith("// ") ? brief.indexOf('\n') : 0;
        String docs = title == 0 ? "" : "/** " + brief.substring("// ".length(), title) + " */\n";
        return full.startsWith(docs) && isBare(full.substring(docs.length())) && isBare(brief.substring(title));
    }

    private static boolean isBare(String text) {
        return DeclarationText.withoutComments(text).equals(text);
    }

    /** Adds what fits. Something that did not fit is not tried again: there is never more room later. */
    private void addTypes(int hit, List<TypeDefinition> needed) {
        String service = hits.get(hit).name().service();
        for (TypeDefinition type : needed) {
            if (considered.add(service + "." + type.name())
                    && !types.share(service, type)
                    && !(left > 0 && add(service, type))) {
                omitted.add(type.name());
            }
        }
    }

    private boolean add(String service, TypeDefinition type) {
        String full = declarations.type(type);
        String fitting = TokenEstimate.of(full) <= left ? full : declarations.brief(type, TYPE);
        if (TokenEstimate.of(fitting) > left) {
            return false;
        }
        put(service, type, fitting);
        isShortened |= !fitting.equals(full) && !isAll(fitting, full);
        return true;
    }

    private void expand(int hit) {
        String full = declarations.signature(hits.get(hit));
        int more = TokenEstimate.of(full) - TokenEstimate.of(shown.get(hit));
        if (more <= left) {
            shown.set(hit, full);
            left -= Math.max(0, more);
        } else {
            isShortened |= !isAll(shown.get(hit), full);
        }
    }

    private String note() {
        if (omitted.isEmpty() && !isShortened) {
            return "";
        }
        List<String> names = new ArrayList<>(omitted.stream().limit(MAX_OMITTED).toList());
        int more = omitted.size() - names.size();
        names.addAll(more > 0 ? List.of(more + " more") : List.of());
        String what = names.isEmpty() ? "documentation" : "documentation, and types " + String.join(", ", names);
        return "\n\n// Left out for length: " + what + ". Search for exact names to get all of them.";
    }
}
