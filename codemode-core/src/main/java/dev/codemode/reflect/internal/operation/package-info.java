/** Reads a bean's methods into operations: parameters, results, and how they are filled and unwrapped. Not API. */
@NullMarked
package dev.codemode.reflect.internal.operation;

import org.jspecify.annotations.NullMarked;
