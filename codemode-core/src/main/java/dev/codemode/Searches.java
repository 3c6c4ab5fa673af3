package dev.codemode;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import dev.codemode.declaration.TypeScriptDeclarations;
import dev.codemode.search.SearchHits;
import dev.codemode.search.SearchIndex;
import dev.codemode.search.SearchRequest;
import dev.codemode.source.OperationFailedException;
import dev.codemode.text.internal.SearchText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers searches over what one caller can see: as text for a model, or as data for a script. Immutable and thread-safe. */
final class Searches {
    private static final int MAX_NAMED = 20;
    /** Longer signatures are given in brief. */
    private static final int MAX_SIGNATURE = 2_000;

    private static final int BRIEF = 600;
    private static final Pattern NAME_SEPARATOR = Pattern.compile("[\\s,;()'\"`]+");

    private final SearchIndex index;
    private final CatalogVersion.View view;

    Searches(SearchIndex index, CatalogVersion.View view) {
        this.index = index;
        this.view = view;
    }

    SearchAnswer answer(SearchQuery query) {
        Catalog visible = view.catalog();
        SearchText text = new SearchText(visible);
        if (!query.service().isEmpty() && !visible.services().containsKey(query.service())) {
            return new SearchAnswer(text.unknownService(query.service()), List.of(), 0);
        }
        if (query.text().isBlank() && query.service().isEmpty()) {
            return new SearchAnswer(
                    text.overview(), List.of(), visible.operations().size());
        }
        List<Operation> named = named(query.text());
        if (!named.isEmpty()) {
            return new SearchAnswer(text.declarations(named), names(named), named.size());
        }
        SearchHits hits = hits(query);
        int outOf = operations(query.service()).size();
        return new SearchAnswer(text.page(hits, query.offset(), outOf), names(hits.operations()), hits.total());
    }

    private static List<OperationName> names(List<Operation> operations) {
        return operations.stream().map(Operation::name).toList();
    }

    /** Returns the operations of a service, or all if the name is empty. */
    private List<Operation> operations(String service) {
        Service found = view.catalog().services().get(service);
        return found == null
                ? view.catalog().operations()
                : List.copyOf(found.operations().values());
    }

    /** Returns the operations if the text consists only of exact names. */
    private List<Operation> named(String text) {
        if (text.length() > MAX_NAMED * 200 || !text.contains(".")) {
            return List.of();
        }
        Set<Operation> operations = new LinkedHashSet<>();
        for (String name : NAME_SEPARATOR.split(text, -1)) {
            if (name.isEmpty()) {
                continue;
            }
            view.catalog().find(name).ifPresentOrElse(operations::add, operations::clear);
            if (operations.isEmpty() || operations.size() > MAX_NAMED) {
                return List.of();
            }
        }
        return List.copyOf(operations);
    }

    private SearchHits hits(SearchQuery query) {
        String service = query.service();
        if (query.text().isBlank()) {
            List<Operation> all = operations(service);
            List<Operation> page =
                    all.stream().skip(query.offset()).limit(query.limit()).toList();
            return new SearchHits(page, all.size(), List.of());
        }
        return index.search(new SearchRequest(
                query.text(),
                operation -> view.shows().test(operation)
                        && (service.isEmpty() || operation.name().service().equals(service)),
                query.limit(),
                query.offset()));
    }

    /** {@code codemode.search(query, options)}: data, not prose. */
    Map<String, @Nullable Object> search(List<?> arguments) {
        SearchQuery query = query(arguments);
        List<Operation> named = named(query.text());
        SearchHits hits = named.isEmpty() ? hits(query) : new SearchHits(named, named.size(), List.of());
        TypeScriptDeclarations declarations = TypeScriptDeclarations.of(view.catalog());
        List<Object> found = new ArrayList<>();
        for (Operation operation : hits.operations()) {
            Map<String, Object> hit = new LinkedHashMap<>();
            hit.put("name", operation.name().toString());
            hit.put("description", operation.docs().text());
            hit.put("effect", operation.effect().name().toLowerCase(Locale.ROOT));
            hit.put("signature", signature(declarations, operation));
            found.add(hit);
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("total", hits.total());
        answer.put("hits", found);
        return answer;
    }

    private static String signature(TypeScriptDeclarations declarations, Operation operation) {
        String signature = declarations.shortSignature(operation);
        return signature.length() <= MAX_SIGNATURE ? signature : declarations.briefSignature(operation, BRIEF);
    }

    private SearchQuery query(List<?> arguments) {
        Object first = arguments.isEmpty() ? null : arguments.get(0);
        Object second = arguments.size() > 1 ? arguments.get(1) : null;
        Map<?, ?> options = first instanceof Map<?, ?> only ? only : second instanceof Map<?, ?> map ? map : Map.of();
        Object text = first instanceof String string ? string : options.get("query");
        if (!(text instanceof String words) || words.isBlank()) {
            throw new OperationFailedException("takes a query: codemode.search(\"refund an order\", { limit: 5 })");
        }
        Object service = options.get("service");
        if (service != null && !view.catalog().services().containsKey(service)) {
            throw new OperationFailedException("there is no such service. Services: "
                    + String.join(", ", view.catalog().services().keySet()));
        }
        return new SearchQuery(
                words,
                service == null ? "" : service.toString(),
                number(options, "limit", SearchQuery.DEFAULT_LIMIT, 1, 50),
                number(options, "offset", 0, 0, Integer.MAX_VALUE));
    }

    private static int number(Map<?, ?> options, String name, int otherwise, int least, int most) {
        Object value = options.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Long number && number >= least && number <= most) {
            return number.intValue();
        }
        throw new OperationFailedException("'" + name + "' must be an integer from " + least + " to " + most);
    }

    /** {@code codemode.describe(name)}: the TypeScript of one operation and its types. */
    String describe(List<?> arguments) {
        Object name = arguments.isEmpty() ? null : arguments.get(0);
        if (!(name instanceof String text)) {
            throw new OperationFailedException(
                    "takes an operation's exact name, such as codemode.describe(\"orders.find\")");
        }
        List<Operation> named = named(text);
        if (named.isEmpty()) {
            throw new OperationFailedException(new SearchText(view.catalog()).unknownOperation(text));
        }
        return new SearchText(view.catalog()).declarations(named);
    }
}
