/** Texts that are bounded, visible and near to what was meant. */
@NullMarked
package dev.codemode.internal.words;

import org.jspecify.annotations.NullMarked;
