/** SPI for sources of services. */
@NullMarked
package dev.codemode.source;

import org.jspecify.annotations.NullMarked;
