/** Finds out what a script is, without a parser. Not part of the API. */
@NullMarked
package dev.codemode.script.internal;

import org.jspecify.annotations.NullMarked;
