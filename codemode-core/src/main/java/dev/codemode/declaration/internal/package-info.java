/** What other packages of the library need to read declarations. */
@NullMarked
package dev.codemode.declaration.internal;

import org.jspecify.annotations.NullMarked;
