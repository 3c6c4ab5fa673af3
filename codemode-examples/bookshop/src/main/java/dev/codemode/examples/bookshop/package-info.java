/** A bookshop that models search and script. */
@NullMarked
package dev.codemode.examples.bookshop;

import org.jspecify.annotations.NullMarked;
