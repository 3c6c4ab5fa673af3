/** SPI of the search index, and the built-in index. */
@NullMarked
package dev.codemode.search;

import org.jspecify.annotations.NullMarked;
