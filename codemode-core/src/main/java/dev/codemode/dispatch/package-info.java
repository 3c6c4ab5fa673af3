/** What a host may observe of, or put around, the calls that scripts make. */
@NullMarked
package dev.codemode.dispatch;

import org.jspecify.annotations.NullMarked;
