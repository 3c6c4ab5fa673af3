package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

/**
 * Where parcels go.
 *
 * @param street street and house number
 * @param city the city
 * @param postcode the postal code as the country writes it
 * @param country ISO 3166 code of two letters, such as "NL"
 */
public record Address(
        @NotBlank String street,
        @NotBlank String city,
        @NotBlank String postcode,
        @Pattern(regexp = "^[A-Z]{2}$") String country) {}
