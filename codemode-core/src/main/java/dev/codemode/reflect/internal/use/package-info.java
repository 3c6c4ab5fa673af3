/** What Java itself says about the use of a type: where it is, its annotations, their constraints. Not API. */
@NullMarked
package dev.codemode.reflect.internal.use;

import org.jspecify.annotations.NullMarked;
