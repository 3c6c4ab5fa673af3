/**
 * The checks of options that builders share. The packages of sandboxes do without, since a worker process has only them
 * on its class path.
 */
@NullMarked
package dev.codemode.internal.options;

import org.jspecify.annotations.NullMarked;
