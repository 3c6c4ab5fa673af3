/** Checks and corrections that make a catalog sound before it is built. Not part of the API. */
@NullMarked
package dev.codemode.catalog.internal;

import org.jspecify.annotations.NullMarked;
