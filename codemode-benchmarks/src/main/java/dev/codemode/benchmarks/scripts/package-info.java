/** What it costs to prepare and to check scripts, and how often a check is wrong. */
@NullMarked
package dev.codemode.benchmarks.scripts;

import org.jspecify.annotations.NullMarked;
