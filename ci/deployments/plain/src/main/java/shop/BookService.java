package shop;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The books of a shop. */
@CodeModeService(name = "books", description = "The books of a shop.")
public class BookService {
    /** A book. */
    public record Book(String title, int copies) {}

    private final AtomicInteger calls = new AtomicInteger();

    /** Lists the books with at least this many copies in stock. */
    @CodeModeOperation(effect = Effect.READ)
    public List<Book> list(int minCopies) {
        calls.incrementAndGet();
        return List.of(new Book("The Odyssey", 3), new Book("Emma", 0)).stream()
                .filter(book -> book.copies() >= minCopies)
                .toList();
    }

    /** Returns how often the books were listed. */
    @CodeModeOperation(effect = Effect.READ)
    public int calls() {
        return calls.get();
    }
}
