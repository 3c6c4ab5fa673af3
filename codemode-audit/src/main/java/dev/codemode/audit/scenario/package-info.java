/**
 * A calendar among other operations, used through separate tools and by one script, with the tokens that each way
 * takes.
 */
@NullMarked
package dev.codemode.audit.scenario;

import org.jspecify.annotations.NullMarked;
