package dev.codemode.benchmarks;

import dev.codemode.annotation.CodeModeOperation;
import dev.codemode.annotation.CodeModeService;
import dev.codemode.catalog.Effect;
import java.util.ArrayList;
import java.util.List;

/** The service that benchmarks call. */
@CodeModeService(name = "shop", description = "A shop whose operations take a known time.")
public final class Shop {
    /** What a customer bought. */
    public record Order(String id, String customer, double total, boolean paid) {}

    /** Returns the number that it was given, at once. */
    @CodeModeOperation(effect = Effect.READ)
    public int echo(int value) {
        return value;
    }

    /** Returns the number after this many milliseconds. */
    @CodeModeOperation(effect = Effect.READ)
    public int slow(int value, int millis) throws InterruptedException {
        Thread.sleep(millis);
        return value;
    }

    /** Lists this many orders. */
    @CodeModeOperation(effect = Effect.READ)
    public List<Order> list(int count) {
        List<Order> orders = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            orders.add(new Order("o" + i, "c" + i % 97, i * 1.25, i % 2 == 0));
        }
        return orders;
    }
}
