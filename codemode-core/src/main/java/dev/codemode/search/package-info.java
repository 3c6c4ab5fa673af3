/** SPI of the search index, and the index that is built in. */
@NullMarked
package dev.codemode.search;

import org.jspecify.annotations.NullMarked;
