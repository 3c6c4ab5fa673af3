/** Sandboxes that run scripts in processes of Deno. */
@NullMarked
package dev.codemode.sandbox.deno;

import org.jspecify.annotations.NullMarked;
