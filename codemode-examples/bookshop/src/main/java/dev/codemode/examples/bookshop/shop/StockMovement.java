package dev.codemode.examples.bookshop.shop;

import java.time.Instant;

/**
 * A change of a stock level.
 *
 * @param at when it happened
 * @param kind what happened
 * @param change copies that came, below zero for those that went
 * @param reason what was written down about it
 */
public record StockMovement(Instant at, MovementKind kind, int change, String reason) {}
