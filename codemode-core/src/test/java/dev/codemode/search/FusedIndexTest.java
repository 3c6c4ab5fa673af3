package dev.codemode.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Docs;
import dev.codemode.catalog.Effect;
import dev.codemode.catalog.Operation;
import dev.codemode.catalog.OperationName;
import dev.codemode.catalog.Service;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FusedIndexTest {
    /** What the words of each axis have in common. */
    private static final List<List<String>> MEANINGS =
            List.of(List.of("parcel", "ship", "postman"), List.of("money", "refund"), List.of("book", "novel"));

    private static final Catalog CATALOG = Catalog.of(List.of(Service.of(
            "shop",
            Docs.none(),
            List.of(
                    operation("ship", "Ships an order"),
                    operation("refund", "Refunds an order"),
                    operation("find", "Finds books")),
            List.of())));

    private static Operation operation(String name, String docs) {
        return Operation.builder(OperationName.of("shop", name), Effect.WRITE)
                .docs(Docs.of(docs))
                .build();
    }

    private static float[] embed(String text) {
        if (text.contains("fail")) {
            throw new IllegalStateException("no model");
        }
        float[] vector = new float[MEANINGS.size()];
        for (int i = 0; i < vector.length; i++) {
            String lower = text.toLowerCase(Locale.ROOT);
            vector[i] = MEANINGS.get(i).stream().anyMatch(lower::contains) ? 1 : 0;
        }
        return vector;
    }

    private static SearchHits find(double weight, String query, String hidden) {
        return SearchIndexes.fused(FusedIndexTest::embed, weight)
                .index(CATALOG)
                .search(new SearchRequest(
                        query, operation -> !operation.name().toString().equals(hidden), 10, 0));
    }

    private static List<String> names(SearchHits hits) {
        return hits.operations().stream()
                .map(operation -> operation.name().dottedPath())
                .toList();
    }

    @Test
    void findsWhatSharesNoWord() {
        assertThat(names(SearchIndexes.lexical()
                        .index(CATALOG)
                        .search(new SearchRequest("the postman", operation -> true, 10, 0))))
                .isEmpty();
        SearchHits hits = find(.3, "the postman", "");
        assertThat(names(hits)).containsExactly("ship");
        assertThat(hits.total()).isEqualTo(1);
        assertThat(hits.unmatchedWords()).containsExactly("postman");
    }

    @Test
    void weighsMeaningsAgainstWords() {
        assertThat(names(find(.3, "order postman", ""))).startsWith("ship").contains("refund");
        assertThat(names(find(1, "refund the novel", "")).subList(0, 2)).containsExactly("refund", "find");
        assertThat(names(find(0, "ships", ""))).startsWith("ship");
    }

    @Test
    void leavesNoTraceOfWhatIsHidden() {
        assertThat(find(.3, "the postman", "shop.ship")).isEqualTo(new SearchHits(List.of(), 0, List.of("postman")));
    }

    @Test
    void searchesByWordsWhereTheModelFails() {
        assertThat(names(find(.3, "refund after fail", ""))).startsWith("refund");
        assertThat(names(find(.3, "", ""))).isEmpty();
    }

    @Test
    void refusesAWrongWeight() {
        assertThatThrownBy(() -> SearchIndexes.fused(FusedIndexTest::embed, Double.NaN))
                .hasMessage("weight must be between 0 and 1, but was NaN.");
    }
}
