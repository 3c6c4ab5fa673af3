/** The events that listeners of executions receive. */
@NullMarked
package dev.codemode.execution;

import org.jspecify.annotations.NullMarked;
