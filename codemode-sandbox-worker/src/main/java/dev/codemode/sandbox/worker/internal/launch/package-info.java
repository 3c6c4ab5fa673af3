/** Starts worker processes. */
@NullMarked
package dev.codemode.sandbox.worker.internal.launch;

import org.jspecify.annotations.NullMarked;
