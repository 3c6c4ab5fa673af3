/** Checks scripts against the declarations of a catalog, in a worker process. */
@NullMarked
package dev.codemode.typescript.internal.check;

import org.jspecify.annotations.NullMarked;
