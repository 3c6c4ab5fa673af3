package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;

/** How an order is paid. */
public sealed interface Payment {
    /**
     * By card, charged at once.
     *
     * @param lastFour the last four digits of the card's number
     */
    record Card(@Pattern(regexp = "^[0-9]{4}$") String lastFour) implements Payment {}

    /**
     * By bank transfer.
     *
     * @param due the day by which the money must arrive
     */
    record Invoice(LocalDate due) implements Payment {}

    /**
     * With a gift voucher.
     *
     * @param code what is printed on it
     */
    record Voucher(@NotBlank String code) implements Payment {}
}
