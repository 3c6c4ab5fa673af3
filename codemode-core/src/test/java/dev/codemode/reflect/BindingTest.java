package dev.codemode.reflect;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import dev.codemode.source.OperationFailedException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** What a script reads of an argument that passes its schema, or would, and that the mapper refuses. */
class BindingTest {
    private final Loaded loaded = Loaded.of(new Orders());

    private AbstractThrowableAssert<?, ?> create(Map<String, Object> order) {
        return assertThatThrownBy(() -> loaded.call("create", order)).isInstanceOf(OperationFailedException.class);
    }

    @Test
    void namesThePathOfAnInvalidDate() {
        create(Map.of("placed", "soon", "lines", List.of()))
                .hasMessage("orders.create: 'placed' must be a valid date, but was \"soon\" (at $.placed)");
    }

    @Test
    void namesThePathOfANumberThatIsTooLarge() {
        create(Map.of("placed", "2026-01-31", "lines", List.of(Map.of("copies", 3_000_000_000L))))
                .hasMessage("orders.create: 'lines[0].copies' must be an integer from -2147483648 to 2147483647,"
                        + " but was 3000000000 (at $.lines[0].copies)");
    }

    @Test
    void namesThePropertyThatIsUnknown() {
        create(Map.of("placed", "2026-01-31", "lines", List.of(), "more", 1L))
                .hasMessage("orders.create: 'more' is not a known property (at $.more)");
    }

    @Test
    void keepsTheMessageOfAConstructorOnTheHost() {
        create(Map.of("placed", "2026-01-31", "lines", List.of(Map.of("copies", -1L))))
                .hasMessage("orders.create: 'lines[0]' was refused (at $.lines[0])");
    }

    @Test
    void refusesWhatIsMissing() {
        create(Map.of("placed", "2026-01-31")).hasMessage("orders.create: 'lines' is missing (at $.lines)");
    }

    @Test
    void coercesNothing() {
        create(Map.of("placed", "2026-01-31", "lines", List.of(Map.of("copies", "2"))))
                .hasMessage(
                        "orders.create: 'lines[0].copies' must be an integer from -2147483648 to 2147483647, but was \"2\""
                                + " (at $.lines[0].copies)");
        create(Map.of("placed", "2026-01-31", "lines", List.of(Map.of("copies", 2.5))))
                .hasMessage(
                        "orders.create: 'lines[0].copies' must be an integer from -2147483648 to 2147483647, but was 2.5"
                                + " (at $.lines[0].copies)");
    }

    record Order(LocalDate placed, List<Line> lines) {}

    record Line(int copies) {
        Line {
            if (copies < 0) {
                throw new IllegalArgumentException("secret");
            }
        }
    }

    @CodeModeService(name = "orders")
    static final class Orders {
        @CodeModeOperation(effect = Effect.WRITE)
        public void create(Order order) {}
    }
}
