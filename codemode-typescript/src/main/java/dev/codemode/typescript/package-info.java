/** Takes scripts in every shape that models write, TypeScript included, and checks them before they run. */
@NullMarked
package dev.codemode.typescript;

import org.jspecify.annotations.NullMarked;
