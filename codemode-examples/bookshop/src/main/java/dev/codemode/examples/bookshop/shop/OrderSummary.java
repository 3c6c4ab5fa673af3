package dev.codemode.examples.bookshop.shop;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An order without its lines.
 *
 * @param id the order's number
 * @param customerId who ordered
 * @param status how far it has come
 * @param placedAt when it was placed
 * @param total the sum of its lines in euros
 */
public record OrderSummary(int id, int customerId, OrderStatus status, Instant placedAt, BigDecimal total) {}
