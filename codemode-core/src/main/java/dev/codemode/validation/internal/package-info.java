/** Holds values against schemas. */
@NullMarked
package dev.codemode.validation.internal;

import org.jspecify.annotations.NullMarked;
