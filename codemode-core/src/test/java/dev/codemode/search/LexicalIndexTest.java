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
import java.util.Random;
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

    private static SearchIndex forge() {
        return SearchIndexes.lexical()
                .index(Catalog.of(List.of(service(
                        "forge",
                        resource("repos", "get", Effect.READ, "Get a repository", "repos", Operation.ANY),
                        resource(
                                "repos",
                                "list",
                                Effect.READ,
                                "List repositories of an organization",
                                "orgs",
                                "{}",
                                "repos"),
                        resource(
                                "pulls",
                                "merge",
                                Effect.WRITE,
                                "Merge a pull request",
                                "repos",
                                "{}",
                                "pulls",
                                "{}",
                                "merge"),
                        resource("pulls", "create", Effect.WRITE, "Create a pull request", "repos", "{}", "pulls"),
                        resource(
                                "pulls", "update", Effect.WRITE, "Update a pull request", "repos", "{}", "pulls", "{}"),
                        resource("envs", "list", Effect.READ, "List environments", "repos", "{}", "environments"),
                        resource("envs", "get", Effect.READ, "Get an environment", "repos", "{}", "environments", "{}"),
                        resource("stars", "follow", Effect.WRITE, "Follow a person", "following", "{}"),
                        resource(
                                "stars",
                                "remove",
                                Effect.DESTRUCTIVE,
                                "Remove a person from those that you follow",
                                "following",
                                "{}"),
                        resource("clusters", "list", Effect.READ, "List Kubernetes clusters", "clusters"),
                        resource("clusters", "translate", Effect.READ, "Translate a name", "names", "{}")))));
    }

    private static Operation resource(String group, String name, Effect effect, String docs, String... segments) {
        return Operation.builder(new OperationName("forge", List.of(group, name)), effect)
                .docs(Docs.of(docs))
                .resource(List.of(segments))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "get repo, forge.repos.get",
        "repos of an org, forge.repos.list",
        "merge pr, forge.pulls.merge",
        "all envs, forge.envs.list",
        "a specific env, forge.envs.get",
        "k8s clusters, forge.clusters.list",
        "reopen a pull request, forge.pulls.update",
        "open a pull request, forge.pulls.create",
        "unfollow a person, forge.stars.remove",
        "translation, forge.clusters.translate",
        "enviroment list, forge.envs.list",
        "envrionments, forge.envs.list",
        "'show me https://example.com/pulls/merge clusters', forge.clusters.list",
        "'list clusters named \"merge a pull request\"', forge.clusters.list"
    })
    void knowsWhatPeopleSay(String query, String expected) {
        assertThat(names(forge().search(new SearchRequest(query, operation -> true, 3, 0))))
                .startsWith(expected);
    }

    @Test
    void findsAnOperationForEachNeed() {
        assertThat(names(forge().search(new SearchRequest(
                        "list the clusters, then create a pull request and get the environment",
                        operation -> true,
                        5,
                        0))))
                .contains("forge.clusters.list", "forge.pulls.create", "forge.envs.get");
        assertThat(SubQueries.of("find the order, then refund it")).isEmpty();
        assertThat(SubQueries.of("find the order, then update its status"))
                .containsExactly("find the order", "update its status");
        assertThat(SubQueries.of("list books and authors")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "order, ordre, true",
        "order, odrer, true",
        "order, orders, true",
        "order, border, false",
        "order, orde, true",
        "order, odred, false",
        "environment, enviromnet, true",
        "list, last, true",
        "cat, bat, false",
        "cat, car, false"
    })
    void forgivesSpelling(String word, String known, boolean near) {
        assertThat(new Spelling(word).isNear(known)).isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({
        "playing, play",
        "translate, translation",
        "cancelled, cancelling",
        "updating, update",
        "string, string",
        "union, union",
        "seed, seed"
    })
    void knowsFormsOfAWord(String one, String other) {
        assertThat(Words.root(one)).isEqualTo(Words.root(other));
    }

    @Test
    void answersTextOfEveryPlane() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(400); length > 0; length--) {
                switch (random.nextInt(5)) {
                    case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                    case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                    case 2 -> text.append("  \t\n.,;\"'".charAt(random.nextInt(9)));
                    case 3 -> text.append(" and then order ", 0, random.nextInt(16));
                    default -> text.append((char) ('a' + random.nextInt(26)));
                }
            }
            SearchRequest request = new SearchRequest(text.toString(), operation -> true, 5, 0);
            assertThat(INDEX.search(request)).isEqualTo(INDEX.search(request));
        }
    }

    @Test
    void answersTextOf100Kilobytes() {
        for (String part :
                List.of("the ", "a", "\u0000", "'x ", ", then order ", "   ", "\uD83D\uDE00", "(a+)+$", "unun")) {
            SearchHits hits =
                    INDEX.search(new SearchRequest(part.repeat(100_000 / part.length()), operation -> true, 5, 0));
            assertThat(hits.unmatchedWords()).hasSizeLessThanOrEqualTo(32);
        }
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
