/** TypeScript declarations of a catalog. */
@NullMarked
package dev.codemode.declaration;

import org.jspecify.annotations.NullMarked;
