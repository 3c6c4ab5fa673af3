/** A sandbox on GraalJS. */
@NullMarked
package dev.codemode.sandbox.graal;

import org.jspecify.annotations.NullMarked;
