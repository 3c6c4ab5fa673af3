package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TypeNamesTest {
    @Test
    void tellsTypesWithTheSameNameApartByTheirEnclosingClasses() {
        assertThat(Loaded.of(new Papers()).service().types().keySet())
                .containsExactlyInAnyOrder("Order", "OrderLine", "Invoice", "InvoiceLine");
    }

    @Test
    void namesTypeArguments() {
        assertThat(Loaded.of(new Pages()).service().types().keySet())
                .containsExactlyInAnyOrder(
                        "PageOfNote",
                        "PageOfNullableNote",
                        "PageOfListOfString",
                        "PageOfMapOfStringAndUnknown",
                        "Note");
    }

    @Test
    void avoidsTheTypeNamesOfTypeScript() {
        assertThat(Loaded.of(new Music()).service().types().keySet()).containsExactly("TypeNamesTestRecord");
    }

    @Test
    void reportsSubtypesThatCannotBeToldApart() {
        assertThat(Loaded.of(new Clashes()).issues())
                .containsExactly(
                        "ERROR Clashes.leaf(): the result has type Tree, two of whose subtypes are named 'Leaf' in JSON."
                                + " Give one of them @JsonTypeName.",
                        "ERROR Clashes.typed(): the result can be a Kept, whose own property 'type' has the name of the"
                                + " property that tells the subtypes apart. Rename it, or choose another with"
                                + " @JsonTypeInfo(property = \"...\").");
    }

    record Order(List<Line> lines) {
        record Line(int copies) {}
    }

    record Invoice(List<Line> lines) {
        record Line(int cents) {}
    }

    record Page<T extends @Nullable Object>(List<T> items) {}

    record Note(String text) {}

    record Record(String title) {}

    sealed interface Tree {}

    static final class Oak {
        record Leaf() implements Tree {}
    }

    static final class Elm {
        record Leaf() implements Tree {}
    }

    sealed interface Typed {}

    record Kept(String type) implements Typed {}

    @CodeModeService(name = "papers")
    static final class Papers {
        @CodeModeOperation(effect = Effect.READ)
        public Order order() {
            return new Order(List.of());
        }

        @CodeModeOperation(effect = Effect.READ)
        public Invoice invoice() {
            return new Invoice(List.of());
        }
    }

    @CodeModeService(name = "pages")
    static final class Pages {
        @CodeModeOperation(effect = Effect.READ)
        public Page<Note> notes() {
            return new Page<>(List.of());
        }

        @CodeModeOperation(effect = Effect.READ)
        public Page<@Nullable Note> sparse() {
            return new Page<>(List.of());
        }

        @CodeModeOperation(effect = Effect.READ)
        public Page<List<String>> lists() {
            return new Page<>(List.of());
        }

        @CodeModeOperation(effect = Effect.READ)
        public Page<Map<String, Object>> maps() {
            return new Page<>(List.of());
        }
    }

    @CodeModeService(name = "music")
    static final class Music {
        @CodeModeOperation(effect = Effect.READ)
        public Record first() {
            return new Record("a");
        }
    }

    @CodeModeService(name = "clashes")
    static final class Clashes {
        @CodeModeOperation(effect = Effect.READ)
        public Tree leaf() {
            return new Oak.Leaf();
        }

        @CodeModeOperation(effect = Effect.READ)
        public Typed typed() {
            return new Kept("a");
        }
    }
}
