package dev.codemode.examples.bookshop.shop;

/** What a customer's loyalty points are worth: SILVER from 500 points, GOLD from 2,000. */
public enum LoyaltyLevel {
    BRONZE,
    SILVER,
    GOLD;

    static LoyaltyLevel of(int points) {
        return points >= 2_000 ? GOLD : points >= 500 ? SILVER : BRONZE;
    }
}
