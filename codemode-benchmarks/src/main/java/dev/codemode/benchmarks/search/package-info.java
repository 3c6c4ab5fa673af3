/** Runs labelled queries against the search. */
@NullMarked
package dev.codemode.benchmarks.search;

import org.jspecify.annotations.NullMarked;
