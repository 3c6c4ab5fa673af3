/** Dispatches a script's calls to their handlers. Not API. */
@NullMarked
package dev.codemode.dispatch.internal;

import org.jspecify.annotations.NullMarked;
