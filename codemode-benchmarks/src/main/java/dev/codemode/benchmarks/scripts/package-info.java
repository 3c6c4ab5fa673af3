/** Measures the cost of preparing and checking scripts, and how often a check is wrong. */
@NullMarked
package dev.codemode.benchmarks.scripts;

import org.jspecify.annotations.NullMarked;
