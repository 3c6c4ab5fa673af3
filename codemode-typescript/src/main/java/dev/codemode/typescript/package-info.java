/** Accepts scripts in every shape that models write, including TypeScript, and checks them before they run. */
@NullMarked
package dev.codemode.typescript;

import org.jspecify.annotations.NullMarked;
