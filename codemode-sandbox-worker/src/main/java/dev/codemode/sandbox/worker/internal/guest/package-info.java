/** The worker's half: runs scripts and ends what runs for too long. */
@NullMarked
package dev.codemode.sandbox.worker.internal.guest;

import org.jspecify.annotations.NullMarked;
