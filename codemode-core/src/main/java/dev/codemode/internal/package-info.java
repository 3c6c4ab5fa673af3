/** Strict JSON. Not API. */
@NullMarked
package dev.codemode.internal;

import org.jspecify.annotations.NullMarked;
