/** The hostile corpus: scripts that try to hurt a host, what must become of each, and the judge of it. */
@NullMarked
package dev.codemode.testkit.hostile;

import org.jspecify.annotations.NullMarked;
