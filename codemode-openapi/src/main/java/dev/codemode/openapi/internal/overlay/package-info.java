/** Changes that a host makes to a document before it is read. */
@NullMarked
package dev.codemode.openapi.internal.overlay;

import org.jspecify.annotations.NullMarked;
