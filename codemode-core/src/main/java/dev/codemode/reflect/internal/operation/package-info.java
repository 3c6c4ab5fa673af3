/** A bean's methods read into operations: parameters, results, what fills and unwraps them. Not API. */
@NullMarked
package dev.codemode.reflect.internal.operation;

import org.jspecify.annotations.NullMarked;
