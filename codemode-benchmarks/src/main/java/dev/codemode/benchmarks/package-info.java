/** Measurements. {@code java -jar codemode-benchmarks/target/benchmarks.jar} lists the commands. */
@NullMarked
package dev.codemode.benchmarks;

import org.jspecify.annotations.NullMarked;
