/** Writes the texts that a model reads: errors, results, tool descriptions. Not API. */
@NullMarked
package dev.codemode.text.internal;

import org.jspecify.annotations.NullMarked;
