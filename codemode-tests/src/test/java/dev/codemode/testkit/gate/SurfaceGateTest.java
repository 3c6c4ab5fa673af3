package dev.codemode.testkit.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.CodeMode;
import dev.codemode.testkit.Golden;
import dev.codemode.testkit.ScriptedSandbox;
import dev.codemode.tests.ShopSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SurfaceGateTest {
    private static CodeMode codeMode;
    private static SurfaceGate gate;

    @TempDir
    private Path directory;

    @BeforeAll
    static void open() {
        codeMode = CodeMode.builder()
                .source(new ShopSource())
                .sandbox(ScriptedSandbox.returning(null))
                .build();
        gate = SurfaceGate.of(codeMode);
    }

    @AfterAll
    static void close() {
        codeMode.close();
    }

    @Test
    void boundsTheTokensOfTheTools() {
        gate.toolsTakeAtMost(700);
        assertThatThrownBy(() -> gate.toolsTakeAtMost(100))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("tokens of the tools search and execute");
    }

    @Test
    void saysWhichIntentsAreMissed() {
        List<Intent> intents = List.of(
                new Intent("cancel an order", List.of("orders.cancel")),
                new Intent("hand over to the postman", List.of("orders.ship", "orders.place")));
        gate.finds(intents, 5, 0.5);
        assertThatThrownBy(() -> gate.finds(intents, 5, 0.9))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("recall@5 over 2 intents")
                .hasMessageContaining("\"hand over to the postman\" needs ")
                .hasMessageNotContaining("cancel an order");
        assertThatThrownBy(() -> gate.finds(List.of(new Intent("a", List.of("orders.fly"))), 5, 0))
                .hasMessage("The intent \"a\" needs 'orders.fly', which is not an operation.");
    }

    @Test
    void holdsTheDeclarations() throws IOException {
        Golden golden = Golden.in(directory.toString());
        Files.writeString(directory.resolve("shop.d.ts"), "declare const nothing: never;\n");
        assertThatThrownBy(() -> gate.declares(golden, "shop.d.ts"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("shop.d.ts");
    }

    @Test
    void readsIntents() throws IOException {
        Path file = directory.resolve("intents.tsv");
        Files.writeString(
                file, "# words and operations\n\nship it\torders.ship\nbuy , then ship\t orders.place ,orders.ship\n");
        assertThat(Intent.read(file))
                .containsExactly(
                        new Intent("ship it", List.of("orders.ship")),
                        new Intent("buy , then ship", List.of("orders.place", "orders.ship")));
        Files.writeString(file, "ship it\torders.ship\nship it orders.ship\n");
        assertThatThrownBy(() -> Intent.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        file + ", line 2: an intent is words, a tab and names of operations, not: ship it orders.ship");
        assertThatThrownBy(() -> Intent.read(directory.resolve("none.tsv"))).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> new Intent("a", List.of())).hasMessage("The intent \"a\" needs no operation.");
    }
}
