/** What other packages of the library need to read declarations. */
@NullMarked
package dev.codemode.typescript.internal;

import org.jspecify.annotations.NullMarked;
