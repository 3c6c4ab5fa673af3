package dev.codemode.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OperationNameTest {
    @Test
    void readsDottedNames() {
        assertThat(OperationName.parse("github.issues.create"))
                .isEqualTo(new OperationName("github", List.of("issues", "create")));
    }

    @Test
    void spellsItsDottedName() {
        assertThat(OperationName.of("orders", "find")).hasToString("orders.find");
    }

    @Test
    void allowsReservedWordsAsOperations() {
        assertThat(OperationName.of("orders", "delete")).hasToString("orders.delete");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Promise", "class", "codemode", "console", "undefined", "fetch", "Temporal", "toJSON"})
    void refusesServicesThatHideAGlobal(String service) {
        assertThatThrownBy(() -> OperationName.of(service, "find"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + service + "' is a name that scripts already use for something else: choose another.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"then", "constructor", "__proto__", "prototype", "toJSON"})
    void refusesOperationsWithASpecialMeaning(String operation) {
        assertThatThrownBy(() -> OperationName.of("orders", operation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + operation + "' has a special meaning in JavaScript: choose another name.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2nd", "get-order", "a b", "x\u0000"})
    void refusesWhatIsNotAnIdentifier(String operation) {
        assertThatThrownBy(() -> OperationName.of("orders", operation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + operation + "' is not an identifier: use letters, digits, '_' and '$', at most 100.");
    }

    @Test
    void refusesAServiceWithoutAnOperation() {
        assertThatThrownBy(() -> OperationName.parse("orders"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'orders' names a service: an operation's name has a service and an identifier.");
    }
}
