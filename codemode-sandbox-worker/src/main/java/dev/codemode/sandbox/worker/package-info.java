/** Worker processes that run scripts, for any engine. */
@NullMarked
package dev.codemode.sandbox.worker;

import org.jspecify.annotations.NullMarked;
