package dev.codemode.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
    private static final List<String> NAMES = List.of("orders.find", "orders.get", "orders.cancel", "customers.find");

    @Test
    void findsTheClosestFirst() {
        assertThat(Suggestions.closest("order.find", NAMES, 2)).containsExactly("orders.find");
    }

    @Test
    void countsSwappedLettersAsOneMistake() {
        assertThat(Suggestions.distance("cacnel", "cancel", 3)).isEqualTo(1);
    }

    @Test
    void ignoresCase() {
        assertThat(Suggestions.closest("Orders.Find", NAMES, 1)).containsExactly("orders.find");
    }

    @Test
    void suggestsNothingThatIsFarAway() {
        assertThat(Suggestions.closest("slack.postMessage", NAMES, 3)).isEmpty();
    }

    @Test
    void givesUpOnWordsThatAreNotNames() {
        assertThat(Suggestions.closest("x".repeat(100_000), NAMES, 3)).isEmpty();
    }
}
