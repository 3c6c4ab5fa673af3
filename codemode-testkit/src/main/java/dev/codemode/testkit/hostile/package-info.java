/** The hostile corpus: scripts that try to hurt a host, the required outcome of each, and the judge of it. */
@NullMarked
package dev.codemode.testkit.hostile;

import org.jspecify.annotations.NullMarked;
