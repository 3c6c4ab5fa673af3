/** Annotations that expose a bean's methods as operations. */
@NullMarked
package dev.codemode.annotation;

import org.jspecify.annotations.NullMarked;
