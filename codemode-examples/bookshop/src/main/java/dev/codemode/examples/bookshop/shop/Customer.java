package dev.codemode.examples.bookshop.shop;

import java.time.LocalDate;

/**
 * Somebody who buys.
 *
 * @param id the customer's number
 * @param name given name and surname
 * @param email unique among customers
 * @param address where parcels go
 * @param points loyalty points
 * @param level what the points are worth
 * @param since the day of registration
 */
public record Customer(
        int id, String name, String email, Address address, int points, LoyaltyLevel level, LocalDate since) {}
