/** Annotated beans as a source of services. */
@NullMarked
package dev.codemode.reflect;

import org.jspecify.annotations.NullMarked;
