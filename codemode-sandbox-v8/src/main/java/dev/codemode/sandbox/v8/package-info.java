/** V8 in worker processes. */
@NullMarked
package dev.codemode.sandbox.v8;

import org.jspecify.annotations.NullMarked;
