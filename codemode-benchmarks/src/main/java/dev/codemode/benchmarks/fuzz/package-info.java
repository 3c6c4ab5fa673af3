/** Feeds readers with what has been changed by chance. */
@NullMarked
package dev.codemode.benchmarks.fuzz;

import org.jspecify.annotations.NullMarked;
