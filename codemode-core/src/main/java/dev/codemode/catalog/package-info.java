/** The things that can be called: services, operations and their schemas, as plain data. */
@NullMarked
package dev.codemode.catalog;

import org.jspecify.annotations.NullMarked;
