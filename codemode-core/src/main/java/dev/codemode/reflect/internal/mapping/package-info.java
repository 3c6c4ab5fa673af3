/** What reading beans needs from a JSON library, and what both collect. No library's types are named here. Not API. */
@NullMarked
package dev.codemode.reflect.internal.mapping;

import org.jspecify.annotations.NullMarked;
