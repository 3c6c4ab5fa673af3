/** The command that runs hostile scripts against a sandbox. */
@NullMarked
package dev.codemode.benchmarks.hostile;

import org.jspecify.annotations.NullMarked;
