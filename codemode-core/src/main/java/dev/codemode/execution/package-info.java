/** What listeners are told of executions. */
@NullMarked
package dev.codemode.execution;

import org.jspecify.annotations.NullMarked;
