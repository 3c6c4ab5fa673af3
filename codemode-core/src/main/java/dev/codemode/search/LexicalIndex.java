package dev.codemode.search;

import dev.codemode.catalog.Catalog;
import dev.codemode.catalog.Operation;
import dev.codemode.internal.threads.LeastRecentlyUsed;
import dev.codemode.search.OperationFields.Field;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The built-in index. No word of a query is required; rare words weigh more; a word that no operation has stands for
 * the words that begin with it or are spelt nearly like it; an operation whose title the query explains ranks before
 * those that merely mention as much. Thread-safe.
 *
 * <p>Invariant, held by {@code HiddenWordsTest}: an answer is that of an index of only the visible operations; hidden
 * operations add no word, no spelling and no weight.
 */
final class LexicalIndex implements SearchIndex {
    /** The number of groups of callers, each of whom see the same, for which postings are kept. */
    private static final int MAX_VIEWS = 32;

    private final List<Operation> operations;
    private final StemTable table;
    private final StemExpansion.Vocabulary vocabulary;

    /** Per operation: the stems of its name, and those of its title. */
    private final int[][][] titles;

    private final int[][] innermost;
    private final @Nullable EmbeddingScores nearness;

    private final LeastRecentlyUsed<BitSet, Postings> views = new LeastRecentlyUsed<>(MAX_VIEWS);

    LexicalIndex(Catalog catalog) {
        this(catalog, null);
    }

    /** Also compares meanings, if {@code compared} returns something that does so for the operations. */
    LexicalIndex(Catalog catalog, @Nullable Function<List<Operation>, EmbeddingScores> compared) {
        operations = catalog.operations();
        nearness = compared == null ? null : compared.apply(operations);
        List<OperationFields> fields = operations.stream()
                .map(operation -> OperationFields.of(operation, catalog.serviceOf(operation)))
                .toList();
        table = new StemTable(fields);
        vocabulary = new StemExpansion.Vocabulary(table.stems());
        titles = new int[fields.size()][][];
        innermost = new int[fields.size()][];
        for (int i = 0; i < titles.length; i++) {
            OperationFields each = fields.get(i);
            titles[i] = new int[][] {numbers(each.of(Field.NAME)), numbers(each.of(Field.TITLE))};
            innermost[i] = numbers(each.innermost());
        }
    }

    private int[] numbers(List<String> stems) {
        return stems.stream()
                .distinct()
                .mapToInt(table::number)
                .filter(number -> number != StemTable.NONE)
                .toArray();
    }

    @Override
    public SearchHits search(SearchRequest request) {
        BitSet visible = new BitSet(operations.size());
        for (int i = 0; i < operations.size(); i++) {
            visible.set(i, request.visible().test(operations.get(i)));
        }
        return new LexicalSearch(this, views.get(visible, seen -> new Postings(table, seen))).answer(request);
    }

    Operation operation(int number) {
        return operations.get(number);
    }

    int size() {
        return operations.size();
    }

    /** Returns the stems of an operation's name, and those of its title. */
    int[][] titles(int operation) {
        return titles[operation];
    }

    /** Returns the stems of the innermost segment of an operation's resource that has a name. */
    int[] innermost(int operation) {
        return innermost[operation];
    }

    Optional<EmbeddingScores> nearness() {
        return Optional.ofNullable(nearness);
    }

    StemExpansion.Vocabulary vocabulary() {
        return vocabulary;
    }
}
