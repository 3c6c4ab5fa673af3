package dev.codemode.examples.bookshop.shop;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;

/**
 * What a customer registers with.
 *
 * @param name given name and surname
 * @param email must not belong to another customer
 * @param address where parcels go
 */
public record NewCustomer(@NotBlank String name, @Email String email, Address address) {}
