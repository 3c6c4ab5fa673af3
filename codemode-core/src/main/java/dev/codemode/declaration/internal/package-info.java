/** Tools for other packages of the library that read declarations. */
@NullMarked
package dev.codemode.declaration.internal;

import org.jspecify.annotations.NullMarked;
