package shop;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import java.util.List;

/** The books of a shop. */
@CodeModeService(name = "books", description = "The books of a shop.")
public class BookService {
    /** A book. */
    public record Book(String title, int copies) {}

    /** Lists the books of which there are so many copies. */
    @CodeModeOperation(effect = Effect.READ)
    public List<Book> list(int minCopies) {
        return List.of(new Book("The Odyssey", 3), new Book("Emma", 0)).stream()
                .filter(book -> book.copies() >= minCopies)
                .toList();
    }
}
