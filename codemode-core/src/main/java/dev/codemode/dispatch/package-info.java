/** Listeners and interceptors for the calls that scripts make. */
@NullMarked
package dev.codemode.dispatch;

import org.jspecify.annotations.NullMarked;
