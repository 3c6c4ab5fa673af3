/** Threads, and what they share. */
@NullMarked
package dev.codemode.internal.threads;

import org.jspecify.annotations.NullMarked;
