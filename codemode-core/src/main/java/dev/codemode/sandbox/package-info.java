/** SPI for authors of sandboxes. It knows names and JSON text, and nothing else about this library. */
@NullMarked
package dev.codemode.sandbox;

import org.jspecify.annotations.NullMarked;
