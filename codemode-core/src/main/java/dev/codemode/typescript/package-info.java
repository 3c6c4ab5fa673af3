/** TypeScript declarations of a catalog. */
@NullMarked
package dev.codemode.typescript;

import org.jspecify.annotations.NullMarked;
