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
import dev.codemode.catalog.TypeDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is hidden adds nothing to an answer: it is that of a catalog without it. */
final class HiddenWordsTest {
    private static final List<String> WORDS = List.of(
            "list", "order", "orders", "zephyrine", "severance", "planned", "project", "refund", "customer", "invoice");

    private static final Predicate<Operation> SHOWN =
            operation -> !operation.docs().text().contains("secret");

    private static Operation operation(String name, String docs, Schema input) {
        return Operation.builder(OperationName.of("api", name), Effect.READ)
                .docs(Docs.of(docs))
                .input(input)
                .build();
    }

    private static Service service(List<Operation> operations) {
        return Service.of("api", Docs.none(), operations, List.of());
    }

    private static List<Operation> operations(Random random) {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String docs = WORDS.get(random.nextInt(i % 2 == 0 ? 3 : WORDS.size())) + " "
                    + WORDS.get(random.nextInt(i % 2 == 0 ? 3 : WORDS.size()));
            operations.add(operation("op" + i, i % 2 == 0 ? docs : "secret " + docs, Schema.object(List.of())));
        }
        return operations;
    }

    @Test
    void answersLikeAnIndexWithoutWhatIsHidden() {
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            Catalog all = Catalog.of(List.of(service(operations(random))));
            for (SearchIndexFactory factory : List.of(
                    SearchIndexes.lexical(),
                    SearchIndexes.fused(text -> new float[] {text.length(), text.hashCode() % 97, 1}, .3))) {
                SearchIndex whole = factory.index(all);
                SearchIndex shown = factory.index(all.filter(SHOWN));
                for (String word : WORDS) {
                    for (int end = 2; end <= word.length(); end++) {
                        String query = "list orders " + word.substring(0, end);
                        assertThat(whole.search(new SearchRequest(query, SHOWN, 7, 2)))
                                .as(query)
                                .isEqualTo(shown.search(new SearchRequest(query, operation -> true, 7, 2)));
                    }
                }
            }
        }
    }

    @Test
    void callsAWordOfAHiddenOperationUnmatched() {
        SearchIndex index = SearchIndexes.lexical()
                .index(Catalog.of(List.of(service(List.of(
                        operation("list", "List orders", Schema.object(List.of())),
                        operation("pay", "secret: planned severance for zephyrine", Schema.object(List.of())))))));
        for (String word : List.of("zephyrine", "xylophone", "zep", "zephyrina", "severances")) {
            SearchHits hits = index.search(new SearchRequest("list orders " + word, SHOWN, 10, 0));
            assertThat(hits.unmatchedWords()).containsExactly(word);
            assertThat(hits.total()).isEqualTo(1);
        }
    }

    @Test
    void keepsTheTypesThatKeptOperationsLeadTo() {
        Schema id = Schema.object(List.of(Property.required("id", Schema.string())));
        Service service = Service.of(
                "api",
                Docs.none(),
                List.of(
                        operation(
                                "list",
                                "List orders",
                                Schema.object(List.of(Property.required("by", Schema.reference("Order"))))),
                        operation(
                                "pay",
                                "secret",
                                Schema.object(List.of(Property.required("salary", Schema.reference("Salary")))))),
                List.of(
                        new TypeDefinition("Band", id, Docs.none()),
                        new TypeDefinition(
                                "Order",
                                Schema.object(List.of(Property.required(
                                        "lines", Schema.array(Schema.union(List.of(Schema.reference("Line"), id)))))),
                                Docs.none()),
                        new TypeDefinition(
                                "Salary",
                                Schema.object(List.of(Property.required("band", Schema.reference("Band")))),
                                Docs.none()),
                        new TypeDefinition(
                                "Line",
                                Schema.object(List.of(Property.required("of", Schema.reference("Order")))),
                                Docs.none())));
        assertThat(service.filter(SHOWN).orElseThrow().types().keySet()).containsExactly("Order", "Line");
        assertThat(service.filter(operation -> true)).contains(service);
    }
}
