package dev.codemode.examples.bookshop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.codemode.source.OperationFailedException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class InventoryServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
    private static final String SOLD_OUT = "9789010079220";
    private static final String OTHER = "9789011663022";

    private final Database database = Database.open();
    private final InventoryService inventory = new InventoryService(database, Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void returnsAStockLevel() {
        assertThat(inventory.level(SOLD_OUT)).isEqualTo(new StockLevel(SOLD_OUT, 0, 10));
    }

    @Test
    void refusesTheLevelOfAnUnknownBook() {
        assertFails(
                () -> inventory.level("123"),
                "There is no book with the ISBN '123'. An ISBN has 13 digits and no hyphens;"
                        + " catalogue.search finds books by title.");
    }

    @Test
    void listsWhatIsLow() {
        assertThat(inventory.low(2)).containsExactly(new StockLevel(SOLD_OUT, 0, 10), new StockLevel(OTHER, 0, 5));
    }

    @Test
    void receivesADelivery() {
        assertThat(inventory.receive(new Delivery("Central Books", Map.of(OTHER, 3, SOLD_OUT, 12))))
                .containsExactly(new StockLevel(SOLD_OUT, 12, 10), new StockLevel(OTHER, 3, 5));
        assertThat(inventory.movements(SOLD_OUT))
                .containsExactly(new StockMovement(NOW, MovementKind.DELIVERY, 12, "From Central Books"));
    }

    @Test
    void receivesNothingIfOneBookIsUnknown() {
        Map<String, Integer> copies = new LinkedHashMap<>();
        copies.put(SOLD_OUT, 12);
        copies.put("999", 1);
        assertFails(
                () -> inventory.receive(new Delivery("Central Books", copies)),
                "There is no book with the ISBN '999'. An ISBN has 13 digits and no hyphens;"
                        + " catalogue.search finds books by title.");
        assertThat(inventory.level(SOLD_OUT).onHand()).isZero();
    }

    @Test
    void adjustsToWhatWasCounted() {
        assertThat(inventory.adjust(SOLD_OUT, 4)).isEqualTo(new StockLevel(SOLD_OUT, 4, 10));
        assertThat(inventory.adjust(SOLD_OUT, 1)).isEqualTo(new StockLevel(SOLD_OUT, 1, 10));
        assertThat(inventory.movements(SOLD_OUT))
                .containsExactly(
                        new StockMovement(NOW, MovementKind.COUNT, -3, "Counted 1"),
                        new StockMovement(NOW, MovementKind.COUNT, 4, "Counted 4"));
    }

    @Test
    void writesOffWhatIsThere() {
        inventory.adjust(SOLD_OUT, 4);
        assertThat(inventory.writeOff(SOLD_OUT, 4, "Water damage")).isEqualTo(new StockLevel(SOLD_OUT, 0, 10));
    }

    @Test
    void refusesToWriteOffMoreThanIsThere() {
        assertFails(
                () -> inventory.writeOff(SOLD_OUT, 1, "Water damage"),
                "Out of stock: 1 of 'The Crooked Archive of Aveiro' (9789010079220) asked for, but only 0 on hand."
                        + " Ask for fewer, or wait for a delivery (inventory.receive).");
    }

    @Test
    void givesTheLastCopyToOneCallerAlone() {
        inventory.adjust(SOLD_OUT, 1);
        List<CompletableFuture<StockLevel>> takers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> inventory.writeOff(SOLD_OUT, 1, "Lost")))
                .limit(8)
                .toList();
        assertThat(takers.stream()
                        .map(taker -> taker.handle((level, failure) -> failure == null)
                                .join())
                        .filter(taken -> taken))
                .hasSize(1);
    }

    private static void assertFails(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(OperationFailedException.class).hasMessage(message);
    }
}
