/**
 * The implementation for Jackson 2: its types, the schemas of what it reads and writes, values in both directions. Not
 * API.
 */
@NullMarked
package dev.codemode.reflect.internal.jackson;

import org.jspecify.annotations.NullMarked;
