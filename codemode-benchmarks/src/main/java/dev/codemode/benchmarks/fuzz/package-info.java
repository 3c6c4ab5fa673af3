/** Feeds readers with randomly mutated input. */
@NullMarked
package dev.codemode.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
