/** The facade: {@link dev.codemode.CodeMode}, its builder and the answers that it returns. */
@NullMarked
package dev.codemode;

import org.jspecify.annotations.NullMarked;
