package dev.codemode.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Schema;
import dev.codemode.catalog.Schema.Property;
import dev.codemode.catalog.Service;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LexicalIndexTest {
    private static final SearchIndex INDEX = SearchIndexes.lexical().index(bookshop());

    private static List<String> find(String query) {
        return names(INDEX.search(new SearchRequest(query, operation -> true, 10, 0)));
    }

    private static List<String> names(SearchHits hits) {
        return hits.operations().stream()
                .map(operation -> operation.name().toString())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "find orders, orders.find",
        "cancel an order, orders.cancel",
        "abort order, orders.cancel",
        "how much stock is left, inventory.stockLevel",
        "stock level, inventory.stockLevel",
        "register a new customer, customers.register",
        "create client, customers.register",
        "low inventory, inventory.listLowStock",
        "searchBooks, catalogue.searchBooks",
        "books by author, catalogue.listByAuthor",
        "canceling ordres, orders.cancel"
    })
    void ranksFirst(String query, String expected) {
        assertThat(find(query)).startsWith(expected);
    }

    @Test
    void guessesTheSpellingOfFewWords() {
        String nonsense = "qqqqa qqqqb qqqqc qqqqd qqqqe ";
        assertThat(find(nonsense + "ordres")).isNotEmpty();
        assertThat(find(nonsense + "qqqqf ordres")).isEmpty();
    }

    @Test
    void tellsFindFromGetWithoutDocs() {
        SearchIndex index = SearchIndexes.lexical()
                .index(Catalog.of(List.of(service(
                        "orders",
                        operation("orders", "get", Effect.READ, "", "id"),
                        operation("orders", "ship", Effect.WRITE, "", "id"),
                        operation("orders", "find", Effect.READ, "", "status", "customer", "limit")))));
        assertThat(names(index.search(new SearchRequest("find orders", operation -> true, 1, 0))))
                .containsExactly("orders.find");
        assertThat(names(index.search(new SearchRequest("get an order", operation -> true, 1, 0))))
                .containsExactly("orders.get");
    }

    @Test
    void takesNoKnownVerbForAMisspelling() {
        SearchIndex index = SearchIndexes.lexical()
                .index(Catalog.of(List.of(service(
                        "shop",
                        operation("shop", "lift", Effect.WRITE, "Lifts a customer."),
                        operation("shop", "books", Effect.READ, "Returns the books.")))));
        assertThat(names(index.search(new SearchRequest("list books", operation -> true, 5, 0))))
                .containsExactly("shop.books");
    }

    @Test
    void needsNoWordOfTheQuery() {
        assertThat(find("please cancel zzzz order quickly")).startsWith("orders.cancel");
    }

    @Test
    void namesTheWordsThatMatchedNothing() {
        assertThat(INDEX.search(new SearchRequest("refunds for Zebra orders", operation -> true, 3, 0))
                        .unmatchedWords())
                .containsExactly("refunds", "Zebra");
    }

    @Test
    void pagesWithoutGapsOrRepeats() {
        List<String> all = find("order book stock customer");
        List<String> paged = IntStream.range(0, all.size())
                .mapToObj(i ->
                        names(INDEX.search(new SearchRequest("order book stock customer", operation -> true, 1, i))))
                .flatMap(List::stream)
                .toList();
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void leavesNoTraceOfWhatIsHidden() {
        SearchHits hits =
                INDEX.search(new SearchRequest("orders", operation -> operation.effect() == Effect.READ, 10, 0));
        assertThat(names(hits)).containsExactly("orders.find");
        assertThat(hits.total()).isEqualTo(1);
    }

    @Test
    void answersAnyText() {
        String bait = "(a+)+$ \u0000 \uD800 \uDC00 ｆｕｌｌ 'x' \"y\" * ? [] {} \\ the of and";
        assertThat(INDEX.search(new SearchRequest(bait.repeat(2_000), operation -> true, 10, 0)))
                .isEqualTo(INDEX.search(new SearchRequest(bait.repeat(2_000), operation -> true, 10, 0)));
        assertThat(find("")).isEmpty();
    }

    @Test
    void splitsNamesAtHumpsAndAcronyms() {
        assertThat(Words.ofName("listHTTPServersByIPv4_address"))
                .containsExactly("list", "http", "server", "by", "ipv4", "address");
    }

    @Test
    void removesPluralsAndLeavesWhatOnlyLooksLikeOne() {
        assertThat(List.of("orders", "categories", "boxes", "status", "address", "series", "matches").stream()
                        .map(Words::singular)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("order category box status address sery match");
    }

    private static Catalog bookshop() {
        return Catalog.of(List.of(
                service(
                        "orders",
                        operation("orders", "find", Effect.READ, "Finds orders, newest first.", "status", "limit"),
                        operation(
                                "orders",
                                "place",
                                Effect.WRITE,
                                "Places an order for a customer.",
                                "customerId",
                                "lines"),
                        operation(
                                "orders",
                                "cancel",
                                Effect.DESTRUCTIVE,
                                "Cancels an order that is not shipped yet.",
                                "id")),
                service(
                        "customers",
                        operation("customers", "get", Effect.READ, "Returns a customer.", "id"),
                        operation("customers", "register", Effect.WRITE, "Registers a customer.", "name", "email")),
                service(
                        "inventory",
                        operation(
                                "inventory",
                                "stockLevel",
                                Effect.READ,
                                "Returns how many copies of a book are left.",
                                "isbn"),
                        operation("inventory", "listLowStock", Effect.READ, "Lists books that run low.", "below")),
                service(
                        "catalogue",
                        operation(
                                "catalogue", "searchBooks", Effect.READ, "Searches books by title or author.", "query"),
                        operation(
                                "catalogue",
                                "listByAuthor",
                                Effect.READ,
                                "Lists the books of an author.",
                                "authorId"))));
    }

    private static Service service(String name, Operation... operations) {
        return Service.of(name, Docs.none(), List.of(operations), List.of());
    }

    private static Operation operation(String service, String name, Effect effect, String text, String... parameters) {
        return Operation.builder(OperationName.of(service, name), effect)
                .docs(Docs.of(text))
                .input(Schema.object(List.of(parameters).stream()
                        .map(parameter -> Property.required(parameter, Schema.string()))
                        .toList()))
                .build();
    }
}
