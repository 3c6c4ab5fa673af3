/** The contract of sources, a scripted sandbox, and golden files. */
@NullMarked
package dev.codemode.testkit;

import org.jspecify.annotations.NullMarked;
