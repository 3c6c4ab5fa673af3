/** Runs scripts in worker processes, on any engine. */
@NullMarked
package dev.codemode.sandbox.worker;

import org.jspecify.annotations.NullMarked;
