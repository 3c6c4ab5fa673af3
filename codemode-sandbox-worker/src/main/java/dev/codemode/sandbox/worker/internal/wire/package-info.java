/** The protocol between host and worker. */
@NullMarked
package dev.codemode.sandbox.worker.internal.wire;

import org.jspecify.annotations.NullMarked;
