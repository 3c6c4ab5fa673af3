package dev.codemode.text.internal;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.Service;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.internal.words.Counted;
import dev.codemode.internal.words.Excerpt;
import dev.codemode.internal.words.Suggestions;
import dev.codemode.search.SearchHits;
import java.util.ArrayList;
import java.util.List;

/** Writes what a model reads about a search. Immutable and thread-safe. */
public final class SearchText {
    private static final int OVERVIEW_TOKENS = 1_500;
    private static final int MAX_SERVICES = 100;

    private final Catalog visible;
    private final TypeScriptDeclarations declarations;

    /** Creates the texts about what one caller can see. */
    public SearchText(Catalog visible) {
        this.visible = visible;
        this.declarations = TypeScriptDeclarations.of(visible);
    }

    /** Returns a page of hits: the count, the signatures, then the types that they need, once each. */
    public String page(SearchHits hits, int offset, int outOf) {
        List<String> parts = new ArrayList<>();
        int shown = hits.operations().size();
        if (shown == 0) {
            parts.add(nothing(hits, offset));
        } else {
            int next = offset + shown;
            String further = next < hits.total() ? " More: offset " + next + "." : "";
            parts.add(shown + " of " + Counted.of(hits.total(), "match") + " in " + Counted.of(outOf, "operation") + "."
                    + further);
        }
        if (!hits.unmatchedWords().isEmpty() && shown > 0) {
            boolean all = outOf == visible.operations().size();
            String none = all ? "No operation has: " : "No operation of this service has: ";
            parts.add(none + String.join(", ", clip(hits.unmatchedWords())) + ".");
        }
        return String.join("\n", parts) + new SearchPage(declarations, hits.operations()).text();
    }

    private static String nothing(SearchHits hits, int offset) {
        return offset > 0 && hits.total() > 0
                ? "Only " + Counted.of(hits.total(), "operation") + (hits.total() == 1 ? " matches" : " match")
                        + ": use an offset below that."
                : "No operation matches. Use other words, or leave the query out to list the services.";
    }

    /** Returns the full declarations of operations that were named exactly, within a number of tokens. */
    public String declarations(List<Operation> operations) {
        return Counted.of(operations.size(), "operation") + "."
                + new NamedPage(visible, declarations, operations).text();
    }

    /** Returns the services with their counts, and the names of their operations as far as they fit. */
    public String overview() {
        int operations = visible.operations().size();
        int services = visible.services().size();
        StringBuilder text = new StringBuilder(Counted.of(operations, "operation") + " in "
                + Counted.of(services, "service") + ". Search with words, or with exact names for full declarations.");
        boolean withNames = operations * 3 <= OVERVIEW_TOKENS;
        int shown = 0;
        for (Service service : visible.services().values()) {
            if (shown == MAX_SERVICES) {
                return text.append("\n\n… and " + Counted.of(services - shown, "more service"))
                        .toString();
            }
            shown++;
            text.append("\n\n")
                    .append(service.name())
                    .append(" (")
                    .append(service.operations().size())
                    .append(")");
            String docs = firstSentence(service.docs().text());
            text.append(docs.isEmpty() ? "" : ": " + docs);
            if (withNames) {
                text.append("\n  ")
                        .append(String.join(", ", service.operations().keySet()));
            }
        }
        return text.toString();
    }

    /** Returns the answer to a search in a service that does not exist. */
    public String unknownService(String name) {
        List<String> meant = Suggestions.closest(name, visible.services().keySet(), 2);
        String hint = meant.isEmpty() ? "" : " Did you mean " + String.join(" or ", meant) + "?";
        String shown = Excerpt.of(name, 60);
        return "There is no service '" + shown + "'." + hint + " Leave the query out to list the services.";
    }

    /** Returns the text about a name that is not an operation's: the operations of a service, or similar names. */
    public String unknownOperation(String name) {
        Service service = visible.services().get(name);
        if (service != null) {
            return "'" + name + "' is a service. Its operations: "
                    + String.join(", ", clip(List.copyOf(service.operations().keySet()))) + ".";
        }
        List<String> names = visible.operations().stream()
                .map(operation -> operation.name().toString())
                .toList();
        List<String> meant = Suggestions.closest(name, names, 3);
        String shown = Excerpt.of(name, 60);
        return "there is no operation '" + shown + "'. "
                + (meant.isEmpty()
                        ? "Find operations with codemode.search."
                        : "Did you mean " + String.join(" or ", meant) + "?");
    }

    static String firstSentence(String text) {
        String line = text.strip().split("\n", 2)[0];
        int end = line.indexOf(". ");
        String sentence = end < 0 ? line : line.substring(0, end + 1);
        return Excerpt.of(sentence, 160);
    }

    private static List<String> clip(List<String> words) {
        List<String> clipped = new ArrayList<>(
                words.stream().limit(12).map(word -> Excerpt.of(word, 40)).toList());
        if (words.size() > clipped.size()) {
            clipped.add("…");
        }
        return clipped;
    }
}
