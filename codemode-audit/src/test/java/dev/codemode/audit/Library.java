package dev.codemode.audit;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeParam;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import java.util.List;
import java.util.Optional;

/** An annotated class that nobody creates. */
@CodeModeService(name = "library", description = "Books and shelves.")
final class Library {
    private Library() {
        throw new AssertionError("An audit creates no beans.");
    }

    record Shelf(String name, List<Shelf> parts, Optional<Book> first) {}

    record Book(String title, Optional<String> subtitle, int pages) {}

    @CodeModeOperation(effect = Effect.WRITE, description = "Puts up a shelf.")
    public Shelf putUp(@CodeModeParam(name = "shelf", description = "The shelf") Shelf shelf) {
        return shelf;
    }

    @CodeModeOperation(effect = Effect.READ, description = "Finds books.")
    public List<Book> find(
            @CodeModeParam(name = "words", description = "What to look for") String words,
            @CodeModeParam(name = "limit", description = "How many at most", defaultValue = "10") int limit) {
        return List.of();
    }
}
