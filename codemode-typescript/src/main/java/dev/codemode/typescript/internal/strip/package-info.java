/** Turns TypeScript and modules into plain scripts, in a worker process. */
@NullMarked
package dev.codemode.typescript.internal.strip;

import org.jspecify.annotations.NullMarked;
