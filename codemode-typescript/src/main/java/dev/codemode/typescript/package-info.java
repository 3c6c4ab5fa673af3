/** Accepts scripts in every shape that models write, including TypeScript, and checks them while they run. */
@NullMarked
package dev.codemode.typescript;

import org.jspecify.annotations.NullMarked;
