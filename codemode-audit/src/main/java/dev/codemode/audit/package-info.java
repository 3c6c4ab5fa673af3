/**
 * The context audit: how many tokens a list of tools takes before a model has done anything, as one tool per operation
 * and as the two tools of Code Mode. {@link dev.codemode.audit.ContextAudit} is the entry point.
 */
@NullMarked
package dev.codemode.audit;

import org.jspecify.annotations.NullMarked;
