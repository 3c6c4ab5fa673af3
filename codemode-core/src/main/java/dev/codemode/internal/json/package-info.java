/** Strict JSON. */
@NullMarked
package dev.codemode.internal.json;

import org.jspecify.annotations.NullMarked;
