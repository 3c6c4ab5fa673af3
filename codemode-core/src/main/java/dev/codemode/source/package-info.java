/** SPI for where services come from. */
@NullMarked
package dev.codemode.source;

import org.jspecify.annotations.NullMarked;
