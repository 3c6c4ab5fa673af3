/** What the reading of beans asks of a JSON library, and what both collect. No library's types are named here. Not API. */
@NullMarked
package dev.codemode.reflect.internal.mapping;

import org.jspecify.annotations.NullMarked;
