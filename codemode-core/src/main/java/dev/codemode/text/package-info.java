/** The description of the tools for a model. */
@NullMarked
package dev.codemode.text;

import org.jspecify.annotations.NullMarked;
