/** SPI for authors of sandboxes. Knows names and JSON text, and nothing else of this library. */
@NullMarked
package dev.codemode.sandbox;

import org.jspecify.annotations.NullMarked;
