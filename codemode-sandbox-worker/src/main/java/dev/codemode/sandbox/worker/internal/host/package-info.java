/** The host's half: the pool, one process, one run. */
@NullMarked
package dev.codemode.sandbox.worker.internal.host;

import org.jspecify.annotations.NullMarked;
