/** The contract of sandboxes. */
@NullMarked
package dev.codemode.testkit.sandbox;

import org.jspecify.annotations.NullMarked;
