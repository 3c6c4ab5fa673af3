package dev.codemode.testkit;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.reflect.AnnotatedServices;
import dev.codemode.source.ServiceSource;
import dev.codemode.tests.ShopSource;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Our own sources hold the contract that others' sources are held to. */
final class ServiceSourceContractTest {
    @Nested
    final class OfAnnotatedBeans extends ServiceSourceContract {
        @Override
        protected ServiceSource source() {
            return AnnotatedServices.of(new Shelf());
        }
    }

    @Nested
    final class OfAHandWrittenSource extends ServiceSourceContract {
        @Override
        protected ServiceSource source() {
            return new ShopSource();
        }
    }

    /** A service with a type that refers to itself. */
    @CodeModeService(name = "shelf", description = "A shelf.")
    public static final class Shelf {
        /** A box that may hold boxes. */
        public record Box(String label, List<Box> boxes) {}

        /** Returns the boxes. */
        @CodeModeOperation(effect = Effect.READ)
        public List<Box> boxes() {
            return List.of(new Box("a", List.of()));
        }
    }
}
