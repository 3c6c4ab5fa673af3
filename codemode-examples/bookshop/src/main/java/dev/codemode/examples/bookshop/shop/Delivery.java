package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Positive;
import java.util.Map;

/**
 * Books that a supplier brought.
 *
 * @param supplier who brought them
 * @param copies how many copies by ISBN
 */
public record Delivery(@NotBlank String supplier, @NotEmpty Map<String, @Positive Integer> copies) {
    /** Copies the map. */
    public Delivery {
        copies = Map.copyOf(copies);
    }
}
